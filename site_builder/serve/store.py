"""The finished bytes of one preview: a file each, named by its digest, and never in ``output/``."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from site_builder.frozen import dataclass
from site_builder.model.artifact import Artifact
from site_builder.serve.pages import Item

AHEAD = "ahead"
"""The folder, in that of the store, of pages that were made ahead of a rebuild."""


@dataclass(frozen=True, slots=True)
class Held:
    """Which bytes a store has. A value, so that another process can ask too."""

    folder: str
    whole: frozenset[str]
    """Digests of those that this run has seen whole."""

    def __call__(self, _output: str, digest: str) -> bool:
        """Whether the bytes are here; what an earlier run left is read and compared."""
        path = Path(self.folder, digest)
        if digest in self.whole:
            return path.exists()
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == digest
        except OSError:
            return False


class Store:
    """A folder for one session alone; it may hold what an earlier one left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._whole: frozenset[str] = frozenset()

    def held(self) -> Held:
        """Which bytes are here now."""
        return Held(str(self._folder), self._whole)

    def take_over(self, artifacts: Sequence[Artifact]) -> None:
        """Move here what is staged; all of ``artifacts`` are here then."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for artifact in artifacts:
            if artifact.staged:
                Path(artifact.staged).replace(self._folder / artifact.digest)
        self._whole = frozenset(artifact.digest for artifact in artifacts)

    def item(self, digest: str) -> Item:
        """Where these bytes are."""
        return Item(path=f"{self._folder}{os.sep}{digest}", stamp=digest)

    def forget_others(self) -> None:
        """Delete what the last ``take_over`` did not name."""
        _keep_only(self._folder, self._whole)

    def keep_ahead(self, content: bytes) -> Item:
        """Keep a page that was made ahead of a rebuild."""
        digest = hashlib.sha256(content).hexdigest()
        folder = self._folder / AHEAD
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / digest
        path.write_bytes(content)
        return Item(path=str(path), stamp=digest)

    def forget_ahead(self, shown: Iterable[Item]) -> None:
        """Delete the pages made ahead of a rebuild, but for those ``shown``."""
        _keep_only(self._folder / AHEAD, {item.stamp for item in shown})


def _keep_only(folder: Path, names: Iterable[str]) -> None:
    kept = frozenset(names)
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for unused in [one.path for one in entries if one.name not in kept and one.is_file()]:
            Path(unused).unlink(missing_ok=True)
