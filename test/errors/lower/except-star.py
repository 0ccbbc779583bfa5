try:  # unsupported: E902 'except*' is not supported yet
    pass
except* ValueError:
    pass
