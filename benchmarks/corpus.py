"""A site of any size to measure with: the same arguments give the same bytes.

    python -m benchmarks.corpus /tmp/site --posts 1000 --languages en,es
    python -m benchmarks.corpus /tmp/site --posts 1000 --languages en,zh --vocabulary 12000
    python -m benchmarks.corpus /tmp/site --languages en,zh --real docs/en --real docs/zh

Every work is written in all languages; its translations share date, tags, structure and code, as a
translated blog does. The texts have headings, emphasis, lists, tables, quotes, code in several
languages and links to earlier posts. They say nothing, in the everyday words of ``words/`` or, with
``--vocabulary``, in many more. A tenth of their bytes is code, as in archives of people who program
(``docs/performance.md``); ``--code`` sets it otherwise. With ``--real`` the texts are files that
are there already.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from benchmarks.layouts import LAYOUTS, Layout, Post
from benchmarks.real import read_bodies
from benchmarks.vocabulary import UNSPACED, vocabulary

SIZE = 7_000
"""Bytes of a post, about."""
FIRST_DAY, LAST_DAY = date(2008, 1, 1), date(2025, 12, 31)
TAGS = ("travel", "machines", "letters", "garden", "maps", "bread", "music", "light", "rivers")

CODE = 3
"""Blocks of code beside every twelve other blocks."""

_FOLDER = Path(__file__).parent
_BYTECODE = shutil.ignore_patterns("__pycache__")
_MARKS = {
    "zh": ("\uff0c", "。"),
    "hant": ("\uff0c", "。"),
    "ja": ("、", "。"),
    "hi": (", ", "। "),
    "ar": ("، ", ". "),
}
"""Comma and full stop, where they are not those of English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the texts of a corpus are made of."""

    words: int = 0
    """The size of the vocabulary of each language; 0 for the everyday words."""
    code: int = CODE
    bodies: tuple[tuple[str, ...], ...] = ()
    """Texts that are there already: of each work one for each language. None: they are made up."""


MADE_UP = Material()
"""Everyday words, as much code as people who program write."""


class Author:
    """Writes one post: ``plan`` is the same in all languages, ``chance`` picks the words."""

    def __init__(
        self,
        number: int,
        language: str,
        default: str,
        days: list[date],
        layout: Layout,
        material: Material,
    ) -> None:
        self._number = number
        self._language = language
        self._default = default
        self._days = days
        self._layout = layout
        self._plan = random.Random(f"plan {number}")  # noqa: S311 because it has to be repeatable
        self._chance = random.Random(f"words {number} {language}")  # noqa: S311 because as above
        self._space = "" if language in UNSPACED else " "
        self._material = material
        self._vocabulary = vocabulary(language, material.words)
        self._comma, self._stop = _MARKS.get(language, (", ", ". "))

    def write(self, position: int) -> Post:
        """The whole post, in the language at this position."""
        # Drawn first: how many blocks fill a post depends on its language.
        tags = tuple(sorted(self._plan.sample(TAGS, 2)))
        bodies = self._material.bodies
        return Post(
            language=self._language,
            day=self._days[self._number],
            slug=slug(self._number),
            title=self._some(5).capitalize(),
            tags=tags,
            is_translation=position > 0,
            body=bodies[self._number][position] if bodies else self._body(),
        )

    def _body(self) -> str:
        kinds = (*self._BLOCKS, *[Author._code] * self._material.code)
        blocks = [self._paragraph()]
        while sum(len(block.encode()) for block in blocks) < SIZE:
            blocks.append(self._plan.choice(kinds)(self))
        # Links are written last, so that a text is as long in every layout.
        return re.sub(r"\]\(@(\d+)\)", self._target, "\n\n".join(blocks) + "\n")

    def _some(self, count: int) -> str:
        return self._space.join(self._vocabulary.some(count, self._chance))

    def _sentence(self) -> str:
        clauses = [self._some(self._chance.randint(4, 9)) for _ in range(self._plan.randint(1, 3))]
        return self._comma.join(clauses).capitalize() + self._stop

    def _paragraph(self) -> str:
        sentences = [self._sentence() for _ in range(self._plan.randint(2, 6))]
        more = self._plan.choice([self._strong, self._inline_code, self._link, str, str, str])
        return "".join([*sentences, more()]).strip()

    def _strong(self) -> str:
        return f"**{self._some(2)}**{self._stop}"

    def _inline_code(self) -> str:
        return f"`{self._plan.choice(TAGS)}()` {self._sentence()}"

    def _link(self) -> str:
        other = self._plan.randint(max(0, self._number - 50), self._number)
        return f"[{self._some(3)}](@{other}){self._stop}"

    def _target(self, mark: re.Match[str]) -> str:
        other = int(mark[1])
        link = self._layout.link(self._days[other], slug(other), self._language, self._default)
        return f"]({link})"

    def _section(self) -> str:
        return f"{'#' * self._plan.randint(2, 3)} {self._some(4)}\n\n{self._paragraph()}"

    def _list(self) -> str:
        sign = self._plan.choice(["- ", "1. "])
        return "\n".join(sign + self._some(6) for _ in range(self._plan.randint(3, 7)))

    def _quote(self) -> str:
        return f"> {self._sentence().strip()}"

    def _table(self) -> str:
        rows = [f"| {self._some(2)} | {self._some(3)} |" for _ in range(self._plan.randint(3, 6))]
        return "\n".join([rows[0], "|---|---|", *rows[1:]])

    def _code(self) -> str:
        code = self._plan.choice(_code())
        return code.replace("NAME", self._plan.choice(TAGS)).replace(
            "NUMBER", str(self._plan.randint(2, 999))
        )

    _BLOCKS = (*[_paragraph] * 6, *[_section] * 3, _list, _quote, _table)


@cache
def _code() -> list[str]:
    return re.findall(
        r"^```.*?^```$", (_FOLDER / "code.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def slug(number: int) -> str:
    """The name of a work in addresses, the same in all languages."""
    return f"{TAGS[number % len(TAGS)]}-{number}"


def write_corpus(
    folder: Path,
    *,
    posts: int,
    languages: tuple[str, ...],
    layout: str,
    material: Material = MADE_UP,
) -> None:
    """Write a site with ``posts`` texts, all languages together, into ``folder``."""
    shared, wanted = _FOLDER / "sites" / layout, LAYOUTS[layout]
    if shared.is_dir():
        shutil.copytree(shared, folder, dirs_exist_ok=True, ignore=_BYTECODE)
    for path, text in wanted.settings(languages):
        _write(folder / path, text)
    for post in texts(posts=posts, languages=languages, layout=wanted, material=material):
        _write(folder / wanted.path(post), f"{wanted.front(post)}\n\n{post.body}")


def texts(
    *, posts: int, languages: tuple[str, ...], layout: Layout, material: Material = MADE_UP
) -> Iterator[Post]:
    """Each text of the corpus, its links as ``layout`` writes them."""
    works = -(-posts // len(languages))
    if material.bodies and works > len(material.bodies):
        raise SystemExit(f"there are {len(material.bodies) * len(languages)} real texts")
    span = (LAST_DAY - FIRST_DAY).days
    days = [FIRST_DAY + timedelta(days=number * span // works) for number in range(works)]
    for index in range(posts):
        number, position = divmod(index, len(languages))
        author = Author(number, languages[position], languages[0], days, layout, material)
        yield author.write(position)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description="Write a site to measure with.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=1000, help="texts, all languages together")
    parser.add_argument("--languages", default="en,es", help="those that words/ has a file for")
    parser.add_argument("--layout", choices=LAYOUTS, default="ours", help="for which generator")
    parser.add_argument(
        "--vocabulary", type=int, default=0, help="words a language, by Zipf's law; 0: a few evenly"
    )
    parser.add_argument("--code", type=int, default=CODE, help="blocks of it beside twelve others")
    parser.add_argument(
        "--real", type=Path, action="append", help="a folder of texts that are there, a language"
    )
    asked = parser.parse_args()
    write_corpus(
        asked.folder,
        posts=asked.posts,
        languages=tuple(asked.languages.split(",")),
        layout=asked.layout,
        material=Material(
            words=asked.vocabulary, code=asked.code, bodies=read_bodies(asked.real or ())
        ),
    )


if __name__ == "__main__":
    main()
