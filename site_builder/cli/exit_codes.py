"""What a command says to whoever started it."""

from __future__ import annotations

from typing import Final

GOOD: Final = 0
PROBLEMS: Final = 1
"""Problems of content or machine."""
USAGE: Final = 2
"""Words that no command knows."""
BUG: Final = 70
"""``EX_SOFTWARE`` of BSD's sysexits."""
SIGNALLED: Final = 128
"""Plus the number of the signal that ended it, as shells have it."""
