"""What the rooms that know no catalogue may ask of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class PhraseBook(Protocol):
    """The phrases of one language, resolved."""

    @property
    def digest(self) -> str:
        """Changes when a phrase changes."""
        ...

    def text(self, key: str, /, *, count: float | None = None, **values: object) -> str:
        """Give the phrase for ``key``, in the plural form of ``count``, its placeholders filled."""
        ...

    def forms(self, key: str, /) -> Mapping[str, str]:
        """Give the forms of a phrase by CLDR category, ``other`` among them, for a script."""
        ...
