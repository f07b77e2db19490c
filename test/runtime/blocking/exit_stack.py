"""An exit stack enters what it is given."""
import contextlib
import os
import urllib.request


@contextlib.contextmanager
def page(url):
    response = urllib.request.urlopen(url, timeout=5)
    try:
        yield response
    finally:
        response.close()


async def main():
    with contextlib.ExitStack() as stack:
        assert stack.enter_context(page(os.environ["SLOW_HTTP"])).read()
