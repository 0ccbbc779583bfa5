def f():
    from a import *  # error: E141 import * only allowed at module level
