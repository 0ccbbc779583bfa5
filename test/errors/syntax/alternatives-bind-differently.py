match x:
    case [y] | 1:  # error: E125 alternative patterns bind different names
        pass
