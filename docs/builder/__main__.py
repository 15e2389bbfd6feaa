"""`python -m docs.builder` builds the site into site/; `--serve` shows it afterwards."""

from __future__ import annotations

import argparse
import functools
import http.server
import sys
import time

from autograder.course import Course
from docs.builder import downloads, figures, finish, package, pages, unchanged, web
from docs.builder.paths import ROOT, SITE, BuildError


def build(url: str) -> None:
    """Build both languages of the site, strictly; leave a site alone that would be the same."""
    key = unchanged.key(url)
    if unchanged.holds(key):
        print("site: nothing has changed since it was built", flush=True)
        return
    for step in (
        figures.draw,
        web.bundle,
        functools.partial(downloads.copy, url),
        package.build,
        functools.partial(pages.write, url),
        functools.partial(finish.mend, url),
    ):
        began = time.perf_counter()
        name = getattr(step, "func", step).__module__.rpartition(".")[2]
        step()
        print(f"site: {name} {time.perf_counter() - began:.1f} s", flush=True)
    unchanged.note(key)


def serve(port: int) -> None:
    """Serve the built site until it is interrupted."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        print(f"site: http://localhost:{port}/  (Ctrl+C to stop)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def main() -> int:
    """Build, and serve when asked; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m docs.builder", description=__doc__)
    site = Course.at(ROOT).settings.site
    parser.add_argument("--url", default=site, help="where the site will be read")
    parser.add_argument("--serve", action="store_true", help="serve the site after the build")
    parser.add_argument("--port", type=int, default=8000, help="the port of --serve")
    options = parser.parse_args()
    try:
        build(options.url.rstrip("/") + "/")
    except BuildError as error:
        print(f"site: {error}", file=sys.stderr)
        return 1
    if options.serve:
        serve(options.port)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
