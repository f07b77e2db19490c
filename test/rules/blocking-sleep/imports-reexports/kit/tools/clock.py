from .. import _clock


class Clock:
    tick = staticmethod(_clock.nap)

    def wait(self):
        _clock.nap()
