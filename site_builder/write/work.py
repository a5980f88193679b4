"""One change of the output folder, from the journal to the manifest.

    with Work(root, manifest) as work:
        work.publish(pieces, keep=False)

When the block ends, for whatever reason, the manifest is written. An OSError ends it too and
becomes a ``machine`` Problem that names the file at hand; anything else (Ctrl-C) goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from site_builder.model.artifact import Entry, Manifest
from site_builder.problems import Problem
from site_builder.write.folders import Descent, stat_of
from site_builder.write.incoming import Incoming
from site_builder.write.journal import announce, close_journal, is_open
from site_builder.write.manifest import (
    entry_of,
    found,
    manifest_path,
    remove_manifest,
    save_manifest,
)
from site_builder.write.pieces import Piece
from site_builder.write.prune import Fate, in_the_way, left_alone, take_away
from site_builder.write.trouble import shown, trouble


class Work:
    """Knows at every moment what lies in the output and is ours."""

    def __init__(self, root: Path, manifest: Manifest) -> None:
        """Nothing happens yet; ``manifest`` is what :func:`load_manifest` gave."""
        self._root = root
        self._manifest = manifest
        self._output = Path(manifest.output)
        self.entries = dict(manifest.entries)
        """Output path → each file of ours."""
        self._incoming: Incoming | None = None
        self._at = ("", "written")
        self.changed: list[str] = []
        """Output paths with new bytes."""
        self.removed: list[str] = []
        """Output paths that were taken away."""
        self.problems: list[Problem] = []

    def publish(self, pieces: Sequence[Piece], *, keep: bool) -> None:
        """Put each piece in its place, then, unless ``keep``, take away what is not among them."""
        self._output.mkdir(parents=True, exist_ok=True)
        incoming = self._incoming = Incoming(self._root, self._output)
        incoming.clear()
        wanted = {piece.output: piece.digest for piece in pieces}
        unwanted = {path: one for path, one in self.entries.items() if path not in wanted}
        blocking = in_the_way(unwanted, wanted)
        doomed = {entry.inode for entry in blocking.values()}
        # Into an empty folder all that is at hand is new.
        is_empty = not self.entries and not any(self._output.iterdir())
        new = [
            piece
            for piece in pieces
            if (is_empty and piece.source) or not self._is_held(piece, doomed)
        ]
        if new:
            self._announce(new)
        ready = [self._brought(piece, incoming) for piece in new]
        self._prune(blocking)
        self._place(ready, incoming)
        if not keep:
            self._prune({path: one for path, one in unwanted.items() if path not in blocking})
        # On a disk that minds no case, what was in the way may now be the wanted file itself.
        for path in blocking:
            self.entries.pop(path, None)

    def withdraw(self) -> None:
        """Take away everything that is ours, and the output folder when that leaves it empty."""
        self._prune(dict(self.entries))
        with suppress(OSError):
            self._output.rmdir()

    def _is_held(self, piece: Piece, doomed: Collection[int]) -> bool:
        self._at = (piece.output, "kept")
        entry = None
        with suppress(OSError):
            entry = found(self._output, piece.output, piece.digest, self.entries.get(piece.output))
        # On a disk that minds no case, a file about to go can look like the wanted one.
        if entry is not None and entry.inode not in doomed:
            self.entries[piece.output] = entry
            return True
        if not piece.source:
            raise OSError("someone changed it during this build")
        return False

    def _announce(self, pieces: Sequence[Piece]) -> None:
        self._at = ("", "written")
        if is_open(self._root, self._output):
            # What a killed build left is known from its journal only, which is now written over.
            save_manifest(self._root, self._manifest)
        announce(self._root, self._output, {piece.output: piece.digest for piece in pieces})

    def _brought(self, piece: Piece, incoming: Incoming) -> tuple[str, str, str]:
        """Give the output path of a piece, where its bytes are now, and their SHA-256."""
        self._at = (piece.output, "written")
        return piece.output, *incoming.bring(piece)

    def _place(self, ready: Iterable[tuple[str, str, str]], incoming: Incoming) -> None:
        with Descent(self._output) as descent:
            for path, source, digest in ready:
                self._at = (path, "written")
                target = descent.reach(path, make=True)
                incoming.hand_over(source, target)
                self.entries[path] = entry_of(stat_of(target), digest)
                self.changed.append(path)

    def _prune(self, unwanted: Mapping[str, Entry]) -> None:
        for path, entry in unwanted.items():
            self._at = (path, "removed")
            fate = take_away(self._output, path, entry)
            if fate is Fate.CHANGED:
                self.problems.append(left_alone(shown(self._root, self._output / path)))
                continue
            self.entries.pop(path, None)
            if fate is Fate.REMOVED:
                self.removed.append(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Write the manifest; True when the error has become a Problem."""
        if isinstance(error, OSError):
            path, verb = self._at
            self.problems.append(trouble(shown(self._root, self._output / path), verb, error))
        if self._incoming is not None:
            self._incoming.clear()
        try:
            self._remember(is_done=error is None)
        except OSError as unsaved:
            where = shown(self._root, manifest_path(self._root, self._output))
            if error is None:
                self.problems.append(trouble(where, "written", unsaved))
        return isinstance(error, OSError)

    def _remember(self, *, is_done: bool) -> None:
        manifest = Manifest(output=str(self._output), entries=self.entries)
        if self.entries:
            save_manifest(self._root, manifest)
        else:
            remove_manifest(self._root, self._output)
        # After a failure the journal stays: the file at hand may have its new bytes already.
        if is_done:
            close_journal(self._root, self._output)
