"""Whether the author's own HTML opens what it closes and closes what it opens.

A browser mends such HTML by guessing: a ``</div>`` too many ends the frame of the page, a comment
that is never closed hides the rest of it, and ``Vec<String>`` typed without backticks is an element
that no reader sees.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from site_builder.model.words import shortened

if TYPE_CHECKING:
    from site_builder.parse.rules.html_tags import Tag
    from site_builder.parse.rules.notebook import Notebook


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID: Final = _names(
    """
    area base br col embed hr img input link meta param source track wbr
    """
)
"""Elements without content or end tag (WHATWG HTML, 13.1.2)."""
_ENDS_BY_ITSELF: Final = _names(
    """
    p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rp rt
    """
)
"""Elements whose end tag may be left out (WHATWG HTML, 13.1.2.4)."""
_OTHER: Final = _names(
    """
    a abbr acronym address applet article aside audio b bdi bdo big blink blockquote body button
    canvas center cite code data datalist del details dfn dialog dir div dl em fieldset
    figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup html
    i iframe ins kbd label legend main map mark marquee math menu meter nav nobr noembed
    noframes noscript object ol output picture pre progress q ruby s samp script search section
    select slot small span strike strong style sub summary sup svg table template textarea time
    title tt u ul var video xmp
    """
)
_ELEMENTS: Final = _VOID | _ENDS_BY_ITSELF | _OTHER
_FOREIGN: Final = frozenset({"svg", "math"})
"""Inside these, names and self-closing tags follow the rules of XML."""


@dataclass(slots=True)
class HtmlBalance:
    """The elements of one text that are open where we are."""

    _open: list[tuple[str, int]] = field(default_factory=list)
    """(name, line of the file) from the outermost inwards."""
    _times: Counter[str] = field(default_factory=Counter)
    """How often each name is among them: with thousands open, nothing walks over them all."""

    def note(self, tag: Tag, html: str, notebook: Notebook) -> None:
        """Follow one tag of the piece ``html``.

        Problems: ``unbalanced-html`` for an end without a beginning and for a comment without an
        end, ``unknown-element`` for what is no element of HTML.
        """
        if not tag.name:
            if html.startswith("<!--", tag.start) and not html.endswith(">", 0, tag.end):
                _report(notebook, "a comment is opened here and never closed", "close it with -->")
            return
        name = tag.name.removeprefix("/")
        is_foreign = any(self._times[foreign] for foreign in _FOREIGN)
        if is_foreign and name not in _FOREIGN:
            return
        if name not in _ELEMENTS:
            if "-" not in name and name == tag.name:
                _report_unknown(notebook, html[tag.start : tag.end])
        elif tag.name != name:
            self._close(name, notebook)
        elif name not in _VOID and name not in _ENDS_BY_ITSELF:
            self._open.append((name, notebook.line()))
            self._times[name] += 1

    def finish(self, notebook: Notebook) -> None:
        """Say what is still open at the end of the text; Problems: ``unbalanced-html``.

        One word a name: whoever forgot to close five hundred mends them together.
        """
        for name, line in dict(reversed(self._open)).items():
            message = f"<{name}> is opened here and never closed"
            _report(notebook, message, f"close it with </{name}>", line=line)

    def _close(self, name: str, notebook: Notebook) -> None:
        if name in _VOID or name in _ENDS_BY_ITSELF:
            return
        if not self._times[name]:
            _report(notebook, f"</{name}> closes what was not opened", "take it out")
            return
        # What was opened inside and not closed ends here too, for a browser as for us.
        while self._open[-1][0] != name:
            inner, line = self._open.pop()
            self._times[inner] -= 1
            message = f"<{inner}> is still open where <{name}> ends"
            _report(notebook, message, f"close it with </{inner}>", line=line)
        self._open.pop()
        self._times[name] -= 1


def _report(notebook: Notebook, message: str, hint: str, *, line: int = 0) -> None:
    notebook.report("unbalanced-html", message, hint=hint, line=line)


def _report_unknown(notebook: Notebook, typed: str) -> None:
    notebook.report(
        "unknown-element",
        f"{shortened(typed)} is read as HTML, which has no such element; nobody will see it",
        hint="put it between backticks, or write &lt; for <",
        near=typed,
    )
