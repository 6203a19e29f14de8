"""The built site on a port of this machine, at the root and again below a folder, under strict headers."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from scripts import build, serve

FOLDER = "/some/folder"
# A site that was built for a public address is tested below that address's path.
HOME = urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/")
STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; "
    "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)


class StrictHandler(serve.Handler):
    """Serves the built files as they are. A worker takes its policy from its own headers, so scripts carry one."""

    def refresh(self) -> bool:
        return True

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(HOME).removeprefix(FOLDER))

    def end_headers(self) -> None:
        if self.path.endswith(".js"):
            self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()


@contextmanager
def served(directory: Path = build.SITE) -> Iterator[str]:
    """The address of the site's root, without the last slash."""
    assert (directory / "index.html").exists(), "the site is not built; `make test` builds it first"
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: StrictHandler(*given, directory=str(directory)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{HOME}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
