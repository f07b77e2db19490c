LIMIT = 3


def plain(value):
    return value + LIMIT
