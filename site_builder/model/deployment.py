"""What ``deploy`` has done, or would do: told by ``publish``, spelled by ``report``."""

from __future__ import annotations

from site_builder.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """The output beside what a branch held before."""

    remote: str
    branch: str
    is_new_branch: bool
    new: tuple[str, ...]
    """Paths, sorted, as in the other two."""
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    files: int
    total_bytes: int
    commit: str
    """Empty when nothing was pushed."""
    is_dry_run: bool

    @property
    def is_unchanged(self) -> bool:
        """Whether the branch holds this site already."""
        return not (self.new or self.changed or self.removed)
