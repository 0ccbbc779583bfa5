from inner import *

conditional = 1
if conditional > 2:
    never = 3
