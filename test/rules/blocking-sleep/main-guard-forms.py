"""Start-up code in other forms: console entry points, loops run by hand, module level, threads that run loops."""

import argparse
import asyncio
import sys
import threading
import time

import uvicorn

time.sleep(0.1)  # ok: module level


def prepare():
    time.sleep(1)


async def serve(arguments):
    prepare()  # finding: [blocking-sleep] via prepare > time.sleep


def main():
    parser = argparse.ArgumentParser()
    prepare()  # ok: before the loop
    try:
        asyncio.run(serve(parser.parse_args()))
    except KeyboardInterrupt:
        time.sleep(1)  # ok: after the loop
    finally:
        prepare()  # ok: after the loop


def by_hand():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    prepare()  # ok: before the loop
    server = loop.run_until_complete(serve(None))
    try:
        loop.run_forever()
    finally:
        server.close()
        loop.run_until_complete(loop.shutdown_asyncgens())
        time.sleep(1)  # ok: after the loop
        loop.close()


def with_runner():
    with asyncio.Runner() as runner:
        time.sleep(1)  # ok: the loop does not run now
        runner.run(serve(None))
        time.sleep(1)  # ok


def in_background():
    loop = asyncio.new_event_loop()

    def run():
        time.sleep(1)  # ok: in the thread, before its loop
        loop.run_forever()

    threading.Thread(target=run, daemon=True).start()
    time.sleep(1)  # ok: nothing says that a loop runs this
    asyncio.run_coroutine_threadsafe(serve(None), loop).result()  # ok: waits in this thread


def forever():
    while True:
        try:
            main()
        except OSError:
            time.sleep(5)  # ok: between two loops


if __name__ == '__main__':
    prepare()  # ok
    if '--server' in sys.argv:
        time.sleep(1)  # ok
        uvicorn.run('app:app')
    else:
        sys.exit(main())

if __name__ == '__main__' and len(sys.argv) > 1:
    prepare()  # ok
