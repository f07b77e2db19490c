"""A process on self; another method waits for it."""
import subprocess


class Job:
    def __init__(self):
        self.process = None

    def start(self):
        self.process = subprocess.Popen(["sleep", "0.08"], stdout=subprocess.PIPE)

    async def finish(self):
        output, _ = self.process.communicate()
        return output


async def main():
    job = Job()
    job.start()
    await job.finish()
