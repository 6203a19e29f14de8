"""Serve the built site on this machine. A page is rebuilt first whenever its sources have changed."""

from __future__ import annotations

import argparse
import html
import sys
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from scripts import build

FIRST_PORT = 8000
PORTS_TO_TRY = 50
FAILED_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>The build failed</title>
<h1>The build failed</h1><p>Mend what is named below, then reload.</p><pre>{}</pre></html>"""


class Freshness:
    """Keeps the built site in step with its sources. One build runs at a time; other requests wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen = build.STAMP.read_text() if build.is_current() else ""
        self._error = ""

    def wait(self) -> None:
        with self._lock:
            pass

    def ensure(self) -> str:
        """Rebuild if a source has changed since the last try; the answer is the error text, or empty."""
        with self._lock:
            now = build.signature()
            if now != self._seen:
                print("serve: building …", flush=True)
                started = time.monotonic()
                self._error = build.build()
                self._seen = now
                outcome = "failed" if self._error else "done"
                print(f"serve: {outcome} in {time.monotonic() - started:.1f} s", flush=True)
            return self._error


class Handler(SimpleHTTPRequestHandler):
    freshness: Freshness
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the base class declares it this way
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".xml": "application/xml",
        ".zip": "application/zip",
    }

    def do_GET(self) -> None:
        if self.refresh():
            super().do_GET()

    def do_HEAD(self) -> None:
        if self.refresh():
            super().do_HEAD()

    def refresh(self) -> bool:
        """Bring the site up to date for a page; False if that failed and the error has been sent."""
        path = urlsplit(self.path).path
        if not (path.endswith(("/", ".html")) or "." not in path.rpartition("/")[2]):
            self.freshness.wait()
            return True
        error = self.freshness.ensure()
        if error:
            self.send_page(500, FAILED_PAGE.format(html.escape(error)).encode())
        return not error

    def send_page(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory) / "404.html"
        if code == 404 and own.exists():
            self.send_page(404, own.read_bytes())
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
        """Requests are not printed; build errors are what a maintainer looks for here."""


def open_server(port: int | None, directory: Path) -> ThreadingHTTPServer:
    """A server on the port asked for, or on the first free one."""

    def handler(*arguments: object) -> Handler:
        return Handler(*arguments, directory=str(directory))  # type: ignore[arg-type]

    candidates = [port] if port is not None else range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY)
    for candidate in candidates:
        try:
            return ThreadingHTTPServer(("127.0.0.1", candidate), handler)
        except OSError:
            continue
    sys.exit(f"serve: port {port} is taken" if port is not None else "serve: no free port was found")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, help=f"default: the first free port from {FIRST_PORT}; 0: any")
    options = parser.parse_args()
    Handler.freshness = Freshness()
    Handler.freshness.ensure()
    server = open_server(options.port, build.SITE)
    print(f"serve: http://127.0.0.1:{server.server_port}/  (Ctrl-C stops it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
