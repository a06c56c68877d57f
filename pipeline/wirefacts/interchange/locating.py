"""The line on which a field of a JSON text stands, for messages about what it holds."""

import json
import re
from collections.abc import Sequence

from wirefacts.records.faults import Step

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)


def line_of(written: str, path: Sequence[Step]) -> int:
    r"""The line, counted from 1, on which the value at the path begins; the nearest value around it when there is none at the path.

    The text has to be well-formed JSON.

    >>> line_of('{"facts": [\n {"start": 1},\n {"start": -1}]}', ("facts", 1, "start"))
    3
    """
    offset = _past_blanks(written, 0)
    for step in path:
        inner = _offset_inside(written, offset, step)
        if inner is None:
            break
        offset = inner
    return written.count("\n", 0, offset) + 1


def _offset_inside(written: str, offset: int, step: Step) -> int | None:
    if written[offset] not in "{[":
        return None
    keyed = written[offset] == "{"
    index = 0
    offset = _past_blanks(written, offset + 1)
    while written[offset] not in "}]":
        key: Step = index
        if keyed:
            key, offset = _DECODER.raw_decode(written, offset)
            offset = _past_blanks(written, _past_blanks(written, offset) + len(":"))
        if key == step:
            return offset
        _, offset = _DECODER.raw_decode(written, offset)
        offset = _past_blanks(written, offset)
        if written[offset] == ",":
            offset = _past_blanks(written, offset + 1)
        index += 1
    return None


def _past_blanks(written: str, offset: int) -> int:
    found = _BLANK.match(written, offset)
    assert found is not None
    return found.end()
