try:
    pass
except:  # error: E124 default 'except:' must be last
    pass
except OSError:
    pass
