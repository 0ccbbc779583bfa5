from math import *  # unsupported: E904 'from … import *' is not supported yet
