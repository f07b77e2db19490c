from .registry import Registry


def current():
    return Registry()
