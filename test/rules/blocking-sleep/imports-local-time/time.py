"""A module of the project that bears a name of the standard library."""


def sleep(seconds):
    return seconds
