"""What was drawn of a text, by whichever reader, and what is known of it → a Body."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from site_builder.model.body import Body
from site_builder.parse.rules.bounds import FREE_GROWTH, GROWTH
from site_builder.parse.rules.facts import Facts
from site_builder.parse.rules.notebook import Notebook
from site_builder.patterns import late

_SCRIPT = late(r"<[sS][cC][rR][iI][pP][tT]")
_NOTE_SIGN = late(r'<sup class="footnote-ref">(?:[^<]|<(?!/?sup\b))*</sup>')


def body_of(html: str, notebook: Notebook, facts: Facts, scripts: Iterable[str] = ()) -> Body:
    """Put together what one walk over a text noted, its HTML, its facts and its inline scripts."""
    return Body(
        html=html,
        headings=tuple(notebook.headings),
        references=tuple(notebook.references),
        anchors=tuple(notebook.anchors),
        counts=facts.counts(notebook.references),
        excerpt_html=_NOTE_SIGN.sub("", notebook.excerpt_html),
        excerpt=facts.excerpt,
        text=facts.text,
        text_digest=facts.text_digest,
        code_blocks=facts.code_blocks,
        foreign=facts.foreign,
        remote_hosts=tuple(sorted(notebook.hosts)),
        inline_scripts=tuple(scripts),
        uses_inline_style=notebook.has_inline_style,
    )


def script_digests(html: str) -> Iterable[str]:
    """Digest each inline script as a CSP does; one with an open slot in it is not final."""
    if not _SCRIPT.search(html):
        return ()
    # What reads tags is imported at the first text with a script.
    from site_builder.parse.rules.html_tags import scripts_in

    return (
        b64encode(sha256(script.encode()).digest()).decode()
        for script in scripts_in(html)
        if script and "\0" not in script
    )


def mind_growth(html: str, notebook: Notebook) -> None:
    """Problems: ``size-limit`` for HTML that is out of proportion to its text."""
    if outgrows(html, notebook):
        notebook.too_long()


def outgrows(html: str, notebook: Notebook) -> bool:
    """Whether HTML is out of proportion to its text."""
    return len(html) - notebook.colours > max(FREE_GROWTH, GROWTH * len(notebook.source))
