"""What of a code block stays the same in a translation: the code without words for people.

Only a block that names its programming language is code beyond doubt; others hold tables, trees,
output and letters as often.

Comments, strings, spaces and YAML values that are sentences are left out, for any programming
language at once: what begins a comment or a string in one is rarely anything else in another, and
the original is read in the same way.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from site_builder.patterns import late

_FOR_PEOPLE: Final = late(
    r'["\'`/<#;%-](?:'
    r'(?<=")(?:""[\s\S]*?"""|(?:\\.|[^"\\\n])*")'
    r"|(?<=')(?:''[\s\S]*?'''|(?:\\.|[^'\\\n])*')"
    r"|(?<=`)(?:\\.|[^`\\])*`"
    r"|(?<=/)\*[\s\S]*?\*/"
    r"|(?<=<)!--[\s\S]*?-->"
    r"|(?:(?<=#)|(?<=/)(?<!:/)/|(?<=-)-\s|(?<=;);|(?<=%)\s).*"
    r")"
)
"""Strings and comments. What they begin with stands first and alone: one of several signs is sought
several times as fast as one of several patterns."""
_TO_CLOSE: Final = ('"""', "'''", "`", "/*", "<!--")
"""What is looked for to the end of the code where nothing closes it."""
_LONGEST_LOOK: Final = 10_000_000
"""Characters in all that may be looked through for what closes these; then words for people stay.
Of 10,000 characters that is a thousand such signs."""
_SENTENCE: Final = late(r"(?<=:[ \t])[^\s\[{&*|>][^\n]*?\s[^\n]*")
_WORDS: Final = {"", "text", "txt", "plain", "plaintext", "none", "csv", "diff"}
_SESSIONS: Final = {"console", "output", "log", "shell-session", "pycon", "irb", "ps1con"}
_MARKUP: Final = {"md", "markdown", "mdx", "rst", "tex", "latex", "html", "xml", "svg", "vue"}
_DRAWINGS: Final = {"mermaid", "dot", "plantuml"}
_PROSE: Final = _WORDS | _SESSIONS | _MARKUP | _DRAWINGS
"""Languages of blocks that are words as much as code: nothing in them has to stay."""
_DATA: Final = frozenset({"yaml", "yml", "toml", "ini", "properties", "http"})
_DIGITS: Final = 16
_SHORT: Final = 1_000
"""Characters that cannot be many to look through."""


def digest_of_code(code: str, info: str) -> str:
    """Digest a code block, 16 hex digits; empty where all of it may be translated.

    ``info`` is what stands behind the fence: the language first.
    """
    language = info.strip().lstrip("{.").split(maxsplit=1)
    name = language[0].rstrip("}").lower() if language else ""
    if name in _PROSE:
        return ""
    openings = sum(map(code.count, _TO_CLOSE)) if len(code) > _SHORT else 0
    kept = code if openings * len(code) > _LONGEST_LOOK else _FOR_PEOPLE.sub("", code)
    if name in _DATA:
        kept = _SENTENCE.sub("", kept)
    return sha256("".join(kept.split()).encode()).hexdigest()[:_DIGITS]
