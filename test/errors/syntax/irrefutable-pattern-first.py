match x:
    case y:  # error: E125 name capture 'y' makes remaining patterns unreachable
        pass
    case 1:
        pass
