from typing import *  # unsupported: E904 'from typing import *' is not supported yet
