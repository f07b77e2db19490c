"""Nested functions run when they are called; lambdas too."""


async def main(path, run):
    def read():
        return open(path).read()  # ok: reported where it is called

    def never():
        return open(path).read()  # ok: nobody calls it

    def through():
        return read()

    read()  # finding: [blocking-file-io] via read > open
    through()  # finding: [blocking-file-io] via through > read > open
    (lambda: open(path))()  # finding: [blocking-file-io] via open
    later = lambda: open(path)
    later()  # finding: [blocking-file-io] via later > open
    run(lambda: open(path))  # ok: nobody knows who calls it
    return never
