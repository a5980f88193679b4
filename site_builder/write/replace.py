"""A few files of the output take the place of others that are ours, and nothing else is looked at.

For whoever knows that the output is as the last build left it. The manifest is not opened: the
journal says which files have other bytes now, as it does of a build that was cut off, and whoever
reads the manifest next reads the journal too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from site_builder.model.artifact import Artifact
from site_builder.problems import Outcome
from site_builder.write.folders import reach
from site_builder.write.incoming import Incoming
from site_builder.write.journal import announce, announced
from site_builder.write.location import misplaced
from site_builder.write.pieces import gather
from site_builder.write.trouble import shown, trouble


def replace(artifacts: Sequence[Artifact], *, root: Path, output: Path) -> Outcome[bool]:
    """Put ``artifacts`` in the place of what was there under their names.

    The value is False, and nothing is touched, where the journal cannot be understood. Problems,
    with no value: ``output-refused``, and ``machine`` for what the disk refused.
    """
    wrong_place = misplaced(root, output)
    if wrong_place is not None:
        return Outcome(value=None, problems=(wrong_place,))
    gathered = gather(artifacts, (), root)
    if gathered.value is None:
        return Outcome(value=None, problems=gathered.problems)
    at = output
    try:
        incoming = Incoming(root, output)
        incoming.clear()
        ready = [(piece, *incoming.bring(piece)) for piece in gathered.value]
        before = announced(root, output) or {}
        now = {piece.output: _either(before, piece.output, digest) for piece, _, digest in ready}
        announce(root, output, {**before, **now})
        for piece, source, _ in ready:
            at = output / piece.output
            with reach(output, piece.output) as target:
                incoming.hand_over(source, target)
    except ValueError:
        return Outcome(value=False)
    except OSError as error:
        return Outcome(value=None, problems=(trouble(shown(root, at), "written", error),))
    return Outcome(value=True)


def _either(before: Mapping[str, str], path: str, digest: str) -> str:
    """What will lie at ``path``, after what lies there until then, where only the journal knows."""
    return " ".join([*before.get(path, "").split()[-1:], digest])
