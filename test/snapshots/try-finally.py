def read(items, key):
    try:
        value = items[key]
    except KeyError as error:
        return error
    finally:
        print(key)
    return value
