"""A notebook's JSON without its outputs, which are passed over and never built."""

from __future__ import annotations

import re

# A string, possessively: a picture of megabytes is one step; or a bracket.
TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
VALUE = re.compile(rb"\s*+:\s*+")
PASSED_OVER = {b'"outputs"', b'"attachments"', b'"metadata"', b'"widgets"'}


def without(data: bytes) -> bytes:
    """Return a notebook's bytes with null in place of outputs, attachments and metadata.

    What is no JSON comes back more or less as it was, for the parser to refuse.

    Args:
        data: in UTF-8, or in another encoding in which ASCII is itself.
    """
    kept: list[bytes] = []
    begin = at = 0
    while token := TOKEN.search(data, at):
        at = token.end()
        if token[0] not in PASSED_OVER or not (colon := VALUE.match(data, at)):
            continue
        end = _end_of_value(data, colon.end())
        if end > colon.end():
            kept += data[begin : colon.end()], b"null"
            begin = at = end
    return b"".join((*kept, data[begin:]))


def _end_of_value(data: bytes, start: int) -> int:
    """Return where an array or object that starts here ends; start itself for anything else."""
    if data[start : start + 1] not in (b"[", b"{"):
        return start
    depth = 0
    for token in TOKEN.finditer(data, start):
        mark = data[token.start()]
        if mark in b"[{":
            depth += 1
        elif mark in b"]}":
            depth -= 1
            if depth == 0:
                return token.end()
    return start
