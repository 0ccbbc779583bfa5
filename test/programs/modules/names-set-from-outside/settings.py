level = 1


def show():
    return level, depth


def __getattr__(name):
    if name == 'lazy':
        return 'made'
    raise AttributeError(f'settings has no {name}')
