"""Front matter through python-frontmatter, with our own strict reader of YAML in it."""

from __future__ import annotations

import re

import frontmatter
from frontmatter.default_handlers import BaseHandler

from site_builder.problems import Outcome
from site_builder.strict_yaml import MappingNode, load


class StrictHandler(BaseHandler):
    """Reads the keys of one file, which stand between its lines of dashes."""

    def __init__(self, between: str, path: str, closing: re.Pattern[str]) -> None:
        """``closing`` is how the line looks that ends the keys."""
        super().__init__(fm_boundary=closing)
        self._between = between
        self._path = path
        self._keys: Outcome[MappingNode] = Outcome(value=None)

    def read(self, head: str) -> Outcome[MappingNode]:
        """The keys in ``head``, the file up to their end; Problems as those of ``load``."""
        # What it returns is not used: it keeps no line numbers.
        frontmatter.parse(head, handler=self)
        return self._keys

    def split(self, text: str) -> tuple[str, str]:  # noqa: ARG002  because the text we are asked about is stripped
        """Give what is between the lines of dashes; the body is none of its business."""
        return self._between, ""

    def load(self, fm: str) -> dict[str, object]:
        """Read the keys; python-frontmatter gets them too, though its answer is not used."""
        self._keys = load(fm, path=self._path, first_line=2)
        return (
            {key.text: value for key, value in self._keys.value.entries} if self._keys.value else {}
        )
