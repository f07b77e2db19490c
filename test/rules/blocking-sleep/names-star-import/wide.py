from time import sleep


def pause(seconds):
    sleep(seconds)


def _hidden(seconds):
    sleep(seconds)
