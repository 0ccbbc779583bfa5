import nowhere  # unsupported: E905 module 'nowhere' is not supported yet
from nowhere.deep import thing  # unsupported: E905 module 'nowhere.deep' is not supported yet
