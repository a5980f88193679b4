"""One thing said in several languages."""

from __future__ import annotations

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.naming import page_key

HOME_TEXT = page_key("", "index")
"""Key of the page whose text stands on the home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An original and its translations; at most one Document a language."""

    key: str
    """What their names or ``translation_key`` have in common."""
    documents: tuple[Document, ...]
    """In the site's order of languages."""
    original: Document | None
    """None when every document is marked translated."""
    lead: Document
    """Whom readers of a missing language meet: the original, else the default language's document,
    else the first."""

    @property
    def is_home_text(self) -> bool:
        """Whether it is the text on the homes."""
        return self.key == HOME_TEXT

    def in_language(self, code: str) -> Document | None:
        """The document in the language with this code."""
        for document in self.documents:
            if document.meta.language.value == code:
                return document
        return None
