"""The one gate between what is written and what is public."""

from __future__ import annotations

from site_builder.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Who may pass: decided once a run, asked before any collection is made."""

    now: float
    """Seconds since 1970 (UTC); a later date is in the future."""
    drafts: bool = False
    """Let drafts and ``published: false`` pass, as the preview does."""
    future: bool = False
    """Let dates after ``now`` pass."""
