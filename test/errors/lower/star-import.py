from typing_extensions import *  # unsupported: E904 'from typing_extensions import *' is not supported yet
