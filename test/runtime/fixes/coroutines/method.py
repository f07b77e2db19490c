"""A method that a class calls in its coroutines, and a helper that it calls."""
# fix: Make `_read` async
import subprocess
import sys


class Machine:
    def __init__(self):
        self.log = []

    def _read(self, text):
        self.log.append(text)
        program = f"import time; time.sleep(0.3); print({text!r})"
        return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout

    async def read(self, *texts):
        return [self._read(text).strip() for text in texts]


async def main():
    machine = Machine()
    print(await machine.read("a", "b"), machine.log)
