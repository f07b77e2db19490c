import pandas


def draw(values):
    return pandas.Series(values)
