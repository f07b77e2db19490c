import time

import a


def nap():
    time.sleep(1)


def around():
    a.start()
