"""Defining a function, lambda or class on the loop runs none of its bodies."""


async def main(path, registry):
    def read():
        return open(path).read()

    class Reader:
        def read(self):
            return open(path).read()

        async def aread(self):
            return open(path).read()  # finding: [blocking-file-io]

    registry.add(read)  # ok: handed over
    registry.add(lambda: open(path))  # ok: handed over
    registry['read'] = read  # ok
    return Reader, read  # ok
