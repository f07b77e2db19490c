"""Slow things on 127.0.0.1 and in a scratch folder, for the programs of the probe.

    servers.py DELAY            every answer comes after DELAY seconds

Prints their addresses as one line of JSON, environment variable to value, and serves until its standard input is closed. It runs
in a process of its own, so that its threads cannot stall what is being measured.
"""

import fcntl
import json
import socket
import socketserver
import sqlite3
import sys
import tempfile
import threading
import time
from pathlib import Path

from http_server import SlowHttp, SlowSite
from slow_file import slow_file

DELAY = float(sys.argv[1])


class SlowLines(socketserver.StreamRequestHandler):
    """Greets, and says `250 ok` to every line: enough for SMTP. A database driver takes it for a broken server."""

    def handle(self):
        time.sleep(DELAY)
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            time.sleep(DELAY)
            self.wfile.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 ok\r\n")


class SlowRedis(socketserver.StreamRequestHandler):
    """Speaks RESP 2: GET finds nothing; everything else is OK. What a client says to introduce itself is answered at once."""

    def handle(self):
        while head := self.rfile.readline():
            parts = []
            for _ in range(int(head[1:])):
                length = int(self.rfile.readline()[1:])
                parts.append(self.rfile.read(length + 2)[:-2].upper())
            if parts[0] not in (b"CLIENT", b"SELECT"):
                time.sleep(DELAY)
            self.wfile.write(b"$-1\r\n" if parts[0] == b"GET" else b"+OK\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass  # clients that hang up are no news


def serve(handler) -> int:
    """The port of a new server."""
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def main() -> None:
    SlowHttp.delay = DELAY
    with tempfile.TemporaryDirectory() as name, socket.socket() as nobody:
        folder = Path(name)
        fifo = folder / "slow.json"
        slow_file(fifo, '{"answer": 42}\n', DELAY)

        database = sqlite3.connect(folder / "locked.db")
        database.execute("CREATE TABLE hosts (name TEXT)")
        database.commit()
        database.execute("BEGIN EXCLUSIVE")

        lock = (folder / "locked.lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)

        nobody.bind(("127.0.0.1", 0))  # bound, never listening: connections are refused
        addresses = {
            "SLOW_HTTP": f"http://127.0.0.1:{serve(SlowHttp)}",
            "HTTP_SERVER": f"http://127.0.0.1:{serve(SlowSite)}",
            "SLOW_LINES": str(serve(SlowLines)),
            "SLOW_REDIS": str(serve(SlowRedis)),
            "CLOSED_PORT": str(nobody.getsockname()[1]),
            "SLOW_FILE": str(fifo),
            "LOCKED_DATABASE": str(folder / "locked.db"),
            "LOCKED_FILE": str(folder / "locked.lock"),
            "SCRATCH": str(folder),
        }
        print(json.dumps(addresses), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
