from time import sleep


class time:
    @staticmethod
    def sleep(seconds):
        return seconds


def pause(seconds):
    sleep(seconds)
