"""A block of words as it is drawn: text, emphasis, code, links, pictures and line breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.escaping import escape
from site_builder.parse.drawing.line_breaks import joins, shared_marks
from site_builder.parse.drawing.targets import is_safe
from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.watch import RefusedError, Watch
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.origins import note_origin
from site_builder.patterns import late

_TAGS = {"Emphasis": "em", "Strong": "strong"}
_TRANSPARENT = frozenset(f"{sign}{name}" for name in (*_TAGS, "Link") for sign in "+-")
"""Through these the neighbour of a line break is looked for."""
_NO_LETTER = late(rb"\n[^A-Za-z\x80-\xff]")
_BREAKS = {"SoftBreak": "\n", "HardBreak": "<br>\n"}
INLINE = _TRANSPARENT | {"+Image", "-Image", "Text", "Code", *_BREAKS}
"""What stands in a block of words."""


class Words:
    """The blocks of words of one text, one at a time."""

    def __init__(self, outline: Outline, notebook: Notebook, containers: Sequence[str]) -> None:
        """Begin before the first block; ``containers`` are the lists and quotes around it."""
        self._containers = containers
        self.watch = Watch()
        self.data = outline.data
        self.html = ""
        self.words = ""
        self.plain = ""
        """The words without alternative texts."""
        self._notebook = notebook
        self._outline = outline
        self._events = outline.events
        self._shared = shared_marks(notebook.settings.language)
        self._can_join = not outline.data.isascii()
        self._html: list[str] = []
        self._words: list[str] = []
        self._plain: list[str] = []
        self._span = (0, 0)
        self._breaks = 0
        self._is_located = False
        self._emphasis = 0

    def begin_anew(self) -> None:
        """Forget a block that was left half drawn."""
        self.watch = Watch()
        self._emphasis = 0

    def draw(self, at: int, start: int, end: int) -> int:
        """Draw the block whose events begin at this place; it lies between these bytes.

        Leaves its HTML and words here, and gives the place of the event behind it.
        """
        events, watch, begun = self._events, self.watch, at
        key, value, _, _ = events[at]
        if key == "Text" and events[at + 1][0] not in INLINE:  # most are nothing but words
            watch.block(value)
            self.html, self.words, self.plain = escape(value), value, value
            at += 1
        else:
            self._span = (start, end)
            at = self._draw_each(at)
            watch.end_block(self.words)
        if self.words.strip() != self.words:
            self._strip(begun, at)
        if watch.has_dollar:
            watch.dollars(self.data.count(b"$", start, end))
        return at

    def _draw_each(self, at: int) -> int:
        self._html, self._words, self._plain = [], [], []
        self._breaks, self._is_located = 0, False
        events, draw = self._events, self._draw_one
        while events[at][0] in INLINE:
            at = draw(at) + 1
        self.html, self.words = "".join(self._html), "".join(self._words)
        self.plain = "".join(self._plain)
        return at

    def _draw_one(self, at: int) -> int:
        """Draw the event at this place; give the place of the last one that was drawn with it."""
        key, value, _, _ = self._events[at]
        if key == "Text":
            self.watch.text(value)
            self._say(escape(value), value)
        elif key == "Code":
            self._mind_code(at)
            self._say(f"<code>{escape(value)}</code>", value)
        elif key in _BREAKS:
            self._break(at, key)
        elif key == "+Link":
            self._open_link(at, value)
        elif key == "-Link":
            following, words, _, _ = self._events[at + 1]
            if following == "Text" and words.startswith(("[", "(")):
                raise RefusedError  # whether that belongs to the link, is disputed
            self._html.append("</a>")
        elif key == "+Image":
            return self._image(at, value)
        elif key[0] == "+":
            self._open_emphasis(key[1:])
        else:
            self._emphasis -= 1
            self._html.append(f"</{_TAGS[key[1:]]}>")
        return at

    def _strip(self, begun: int, ended: int) -> None:
        """Leave out white space of Unicode's that was typed at both ends of a block.

        So do the rules; what an entity such as ``&nbsp;`` stands for stays.
        """
        events, at = self._events, ended - 1
        while at >= begun:
            key, value, start, end = events[at]
            if key == "Text":
                typed = self.data[start:end].decode()
                gone = typed[len(typed.rstrip()) :]
                kept, end = value.removesuffix(gone), end - len(gone.encode())
            elif key in _BREAKS and at < ended - 1:
                kept, gone, end = "", _BREAKS[key], start
                if self.data.startswith(b"\\", start):
                    raise RefusedError  # it would stay, as a word
            else:
                break
            self._cut(len(self.html) - len(gone), len(gone.removeprefix("<br>")))
            events[at] = ("Text", kept, start, end)
            if kept:
                break
            at -= 1
        self._strip_start(begun)

    def _cut(self, html_end: int, words: int) -> None:
        self.html = self.html[:html_end]
        self.words = self.words[: len(self.words) - words]
        self.plain = self.plain[: len(self.plain) - words]

    def _strip_start(self, begun: int) -> None:
        key, value, start, end = self._events[begun]
        if key != "Text" or not value:
            return
        typed = self.data[start:end].decode()
        width = len(typed) - len(typed.lstrip())
        if width == len(value) and self._events[begun + 1][0] in _BREAKS:
            raise RefusedError  # a line that is gone is no line break either
        self.html, self.words = self.html[width:], self.words[width:]
        self.plain = self.plain[width:]
        start += len(typed[:width].encode())
        self._events[begun] = (key, value[width:], start, end)

    def _locate(self) -> None:
        """Tell the notebook in which block we are, once a block."""
        if not self._is_located:
            self._is_located = True
            self._notebook.enter(self._lines())
            for _ in range(self._breaks):
                self._notebook.next_line()

    def _mind_code(self, at: int) -> None:
        """Refuse code over several lines, unless each begins at the edge, with a letter.

        Their indentation is disputed, and one may begin a block of ours.
        """
        _, _, start, end = self._events[at]
        if self.data.find(b"\n", start, end) >= 0 and (
            self._containers or _NO_LETTER.search(self.data, start, end)
        ):
            raise RefusedError

    def _say(self, html: str, words: str) -> None:
        self._html.append(html)
        self._words.append(words)
        self._plain.append(words)

    def _break(self, at: int, key: str) -> None:
        self.watch.line_break(self.data, self._events[at][3])
        if key == "HardBreak":
            self._say("<br>\n", "\n")
        else:
            word = self._soft_break(at)
            self._say(word, word)
        self._breaks += 1
        if self._is_located:
            self._notebook.next_line()

    def _soft_break(self, at: int) -> str:
        if not self._can_join:
            return "\n"
        is_joined = joins(self._beside(at, -1), self._beside(at, 1), self._shared)
        return "" if is_joined else "\n"

    def _beside(self, at: int, step: int) -> str:
        """The character beside a line break; empty where it is none."""
        at += step
        key, value, _, _ = self._events[at]
        while key in _TRANSPARENT or (key == "Text" and not value):
            at += step
            key, value, _, _ = self._events[at]
        return str(value[-1 if step < 0 else 0]) if key == "Text" else ""

    def _open_emphasis(self, name: str) -> None:
        self._emphasis += 1
        self.watch.is_tangled |= self._emphasis > 1
        self._html.append(f"<{_TAGS[name]}>")

    def _open_link(self, at: int, link: Mapping[str, str]) -> None:
        kind, target, title = link["link_type"], link["dest_url"], link["title"]
        is_bare = kind in {"Autolink", "Email", "Bare"}
        target = f"mailto:{target}" if kind == "Email" else target
        if not is_safe(target) or target.endswith("\\"):
            raise RefusedError  # a line end behind a backslash may belong to it
        words = " ".join(self._ahead(at, "Link")[0].split())
        typed = words if is_bare else (target if kind == "Inline" else "")
        self._locate()
        slot = self._notebook.slot("link", "href", target, text=words, typed=typed)
        is_kept = title and self._notebook.spend(len(title))
        shown = f' title="{escape(title)}"' if is_kept else ""
        self._html.append(f"<a{slot}{shown}>")

    def _image(self, at: int, image: Mapping[str, str]) -> int:
        target = image["dest_url"]
        if image["title"] or not is_safe(target) or target.endswith("\\"):
            raise RefusedError  # with a title it may be a figure
        words, end = self._ahead(at, "Image")
        self.watch.text(words)
        alt = words.replace("\n", " ")
        note_origin(self._notebook, "img-src", target)
        typed = target if image["link_type"] == "Inline" else ""
        self._locate()
        slot = self._notebook.slot("image", "src", target, alt=alt, typed=typed)
        self._html.append(f'<img{slot} alt="{escape(alt)}" loading="lazy" decoding="async">')
        self._words.append(words)
        return end

    def _ahead(self, at: int, name: str) -> tuple[str, int]:
        """The words of the link or picture that begins here, and where it ends."""
        words: list[str] = []
        images = 0
        while True:
            key, value, _, _ = self._events[at]
            if key in {"Text", "Code"}:
                if images and key == "Code":
                    self._mind_code(at)
                words.append(value)
            elif key == "SoftBreak":
                words.append("\n" if images else self._soft_break(at))
            elif key == "HardBreak":
                words.append("\n")
            elif key == "+Image":
                images += 1
            elif key == "-Image":
                images -= 1
            elif key not in _TRANSPARENT:
                raise RefusedError
            if key == f"-{name}" and not images:
                return "".join(words), at
            at += 1

    def _lines(self) -> list[int]:
        """The first line of the block and the one after its last, from 0."""
        start, end = self._span
        return [self._outline.line_at(start), self._outline.line_at(max(end - 1, start)) + 1]
