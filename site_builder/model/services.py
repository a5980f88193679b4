"""What others do on the pages where the author switched it on: comments, counting visits."""

from __future__ import annotations

from typing import Literal, TypeAlias

from site_builder.frozen import dataclass

CommentsProvider: TypeAlias = Literal["giscus", "utterances"]
AnalyticsProvider: TypeAlias = Literal["plausible", "goatcounter", "umami"]
Policy: TypeAlias = tuple[tuple[str, str], ...]
"""(directive, source) pairs that a Content-Security-Policy needs besides its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """Where readers answer, in a frame that is loaded when they ask for it."""

    provider: CommentsProvider
    repo: str
    """``owner/name`` on GitHub."""
    repo_id: str
    """Of giscus; empty for utterances, as are the two below."""
    category: str
    category_id: str

    @property
    def origin(self) -> str:
        """Where the frame comes from; nothing else of theirs enters a page."""
        return {"giscus": "https://giscus.app", "utterances": "https://utteranc.es"}[self.provider]

    @property
    def policy(self) -> Policy:
        """What a page with comments has to admit."""
        return (("frame-src", self.origin),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analytics:
    """A script of a service that counts visits."""

    script: str
    """Its address."""
    attributes: tuple[tuple[str, str], ...]
    """What the script reads from its own element."""
    policy: Policy
    """What every page has to admit for it."""
