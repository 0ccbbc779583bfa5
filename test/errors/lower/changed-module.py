import math

math.pi = 3  # unsupported: E911 setting 'pi' in module 'math' is not supported yet
