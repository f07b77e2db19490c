from service.core import Configuration


def settings():
    return Configuration.current().theme()
