"""A web server on this machine, with a page for each way to answer."""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PAGES", "SENTENCE", "Handler", "serve"]

SENTENCE = "“The bridge is shut,” said the mayor of Zell."
PAGE = f"""<html lang="en"><head><meta charset="utf-8"><meta property="og:site_name" content="Zell Post">
<link rel="canonical" href="/bridge"></head><body><h1>Bridge shut</h1><p>{SENTENCE}</p></body></html>"""
HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=windows-1252"

# What stands at each path: status, content type, body; a redirect's body is where it leads.
PAGES: dict[str, tuple[int, str, bytes]] = {
    "/page": (200, HTML, PAGE.encode()),
    "/wrong": (200, "text/html; charset=windows-1251", PAGE.encode()),
    "/plain": (200, PLAIN, SENTENCE.encode("cp1252")),
    "/reports": (200, "application/json", b'{"text": "One."}\n{"text": "Two."}\n'),
    "/untyped": (200, "", PAGE.encode()),
    "/moved": (302, "", b"/moved-again"),
    "/moved-again": (308, "", b"/page"),
    "/circle": (302, "", b"/circle"),
    "/to-file": (302, "", b"file:///etc/hostname"),
    "/to-forbidden": (302, "", b"/private/page"),
    "/private/page": (200, HTML, PAGE.encode()),
    "/open-to-onrecord": (200, HTML, PAGE.encode()),
    "/gone": (404, HTML, PAGE.encode()),
    "/broken": (500, HTML, b""),
    "/image": (200, "image/png", b"\x89PNG"),
    "/disguised": (200, HTML, b"%PDF-1.7"),
    "/empty": (200, HTML, b""),
    "/index": (200, HTML, b"<html><body><a href='/'>Home</a></body></html>"),
    "/large": (200, HTML, b"a " * 50_000),
    "/bad-gzip": (200, HTML, b"this is not gzip"),
    "/bomb": (200, HTML, gzip.compress(b"a" * 10_000_000)),
    "/odd-charset": (200, 'text/html; charset="no such"', PAGE.encode()),
}
ROBOTS = (
    b"User-agent: *\nDisallow: /private/\nDisallow: /open-to-onrecord\n\nUser-agent: onrecord\nDisallow: /private/\n"
)


class Handler(BaseHTTPRequestHandler):
    robots: tuple[int, bytes] = (200, ROBOTS)
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/robots.txt":
            self._answer(self.robots[0], "text/plain", self.robots[1])
        elif self.path == "/silent":
            time.sleep(1.5)
        elif self.path == "/endless":
            self._drip()
        elif self.path == "/unannounced":
            self._answer(200, HTML, b"a " * 50_000, announced=False)
        else:
            self._answer(*PAGES[self.path])

    def _answer(self, status: int, content_type: str, body: bytes, *, announced: bool = True) -> None:
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        if status in (302, 308):
            self.send_header("Location", body.decode())
            body = b""
        if self.path in ("/bad-gzip", "/bomb"):
            self.send_header("Content-Encoding", "gzip")
        if announced:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"a")
                time.sleep(0.02)
        except OSError:
            return

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serve() -> Iterator[str]:
    """Yield the address of the server, which answers until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
