"""Regular expressions that are compiled when they are first asked.

The builder has two hundred, and the edit of a text needs a few of them: to compile all took as long
as to render a page.
"""

from __future__ import annotations

import re
from typing import AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as ``re.compile`` makes it, but not made yet."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """Stands for a pattern, and takes over its methods one by one as they are asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # `re` remembers what it has compiled, should another method be asked for.
        method: object = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, method)
        return method
