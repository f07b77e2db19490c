import shared


def near(value):
    return shared.LIMIT + value


def far(value):
    import shared as other

    return other.LIMIT + value


def alone(value):
    return value * 2
