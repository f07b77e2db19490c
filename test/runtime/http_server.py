"""HTTP/1.1 servers that answer each request late, and always in the same way: SlowHttp with one answer to everything, SlowSite with

    /json              {"answer": 42, "items": [1, 2, 3]}
    /gzip, /chunked    the same, compressed; in three chunks
    /text, /latin1     héllo in UTF-8; in a page of ISO-8859-1
    /bytes             1,000 bytes
    /empty             204
    /404, /500         these errors
    /redirect          302 to /json
    /auth              401, unless it is asked by user:pass (basic)
    /cookies           JSON: the cookies that were sent
    /cookies/set       sets a=1, then 302 to /cookies
    /echo              JSON: method, path, query, headers that begin with x-, body
"""

import base64
import gzip
import http.server
import json
import time
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

ANSWER = {"answer": 42, "items": [1, 2, 3]}
CREDENTIALS = "Basic " + base64.b64encode(b"user:pass").decode()


def as_json(value) -> bytes:
    return json.dumps(value).encode() + b"\n"


class SlowHttp(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    delay = 0.0

    def handle_request(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        time.sleep(self.delay)
        self.answer(body)

    def answer(self, _body: bytes):
        self.send(200, as_json({"answer": 42}))

    def send(self, status: int, body: bytes, headers: dict = {}):
        headers = {"content-type": "application/json", **headers}
        self.send_response_only(status)  # neither date nor server
        if status != 204:
            headers["content-length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
    setattr(SlowHttp, f"do_{method}", SlowHttp.handle_request)


class SlowSite(SlowHttp):
    def answer(self, body: bytes):
        url = urlsplit(self.path)
        match url.path:
            case "/json":
                self.send(200, as_json(ANSWER))
            case "/gzip":
                self.send(200, gzip.compress(as_json(ANSWER), mtime=0), {"content-encoding": "gzip"})
            case "/chunked":
                self.send_chunks([b'{"answer": 42, ', b'"items": [1, 2', b", 3]}\n"])
            case "/text":
                self.send(200, "héllo\n".encode(), {"content-type": "text/plain; charset=utf-8"})
            case "/latin1":
                self.send(200, b"h\xe9llo", {"content-type": "text/html; charset=iso-8859-1"})
            case "/bytes":
                self.send(200, bytes(i % 256 for i in range(1000)), {"content-type": "application/octet-stream"})
            case "/empty":
                self.send(204, b"")
            case "/500":
                self.send(500, b"broken\n", {"content-type": "text/plain; charset=utf-8"})
            case "/redirect":
                self.send(302, b"", {"location": "/json"})
            case "/auth":
                self.send_if_allowed()
            case "/cookies":
                cookies = SimpleCookie(self.headers.get("cookie", ""))
                self.send(200, as_json({name: morsel.value for name, morsel in sorted(cookies.items())}))
            case "/cookies/set":
                self.send(302, b"", {"location": "/cookies", "set-cookie": "a=1; Path=/"})
            case "/echo":
                self.send(200, as_json(self.request_as_json(url, body)))
            case _:
                self.send(404, b"not found\n", {"content-type": "text/plain; charset=utf-8"})

    def request_as_json(self, url, body: bytes) -> dict:
        headers = {name.lower(): value for name, value in self.headers.items() if name.lower().startswith("x-")}
        return {
            "method": self.command,
            "path": url.path,
            "query": url.query,
            "headers": dict(sorted(headers.items())),
            "body": body.decode("utf-8", "backslashreplace"),
        }

    def send_if_allowed(self):
        if self.headers.get("authorization") == CREDENTIALS:
            self.send(200, as_json({"user": "user"}))
        else:
            self.send(401, b"who are you?\n", {"www-authenticate": 'Basic realm="test"'})

    def send_chunks(self, chunks: list):
        self.send_response_only(200)
        self.send_header("content-type", "application/json")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        if self.command != "HEAD":
            for chunk in [*chunks, b""]:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
