from types import *  # unsupported: E904 'from types import *' is not supported yet
