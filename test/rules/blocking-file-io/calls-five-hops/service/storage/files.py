import json


def load(name):
    return json.loads(read(name))


def read(name):
    with open(name) as file:
        return file.read()
