"""What a command says to whoever started it."""

from __future__ import annotations

import signal
from typing import Final

GOOD: Final = 0
PROBLEMS: Final = 1
"""Problems of content or machine."""
USAGE: Final = 2
"""Words that no command knows."""
BUG: Final = 70
"""``EX_SOFTWARE`` of BSD's sysexits."""
INTERRUPTED: Final = 128 + signal.SIGINT
