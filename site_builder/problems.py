"""What can go wrong, drawn once.

    Problem      a value: something the author can mend. Returned by every stage, shown at the end.
    SiteError    raised once, by ``build``, when at least one Problem is an error. Caught in two
                 places: ``cli.main`` and the session of ``serve``.
    any other    exception is a bug in the builder and is shown as one.

A Problem's severity is fixed by its code, in the one table below; nobody chooses it on the spot.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from site_builder.frozen import dataclass

T = TypeVar("T")


class Severity(StrEnum):
    """How much a Problem matters: an error stops the build, a warning does not, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


CODES: dict[str, tuple[Severity, str]] = {
    "active-file": (
        Severity.ERROR,
        "A file beside a text that can run scripts, on a site that shows HTML as text.",
    ),
    "address-missing": (
        Severity.WARNING,
        "A link to an address of this host that is not a page of this site.",
    ),
    "asset-missing": (
        Severity.WARNING,
        "A relative link or image names a file that does not exist.",
    ),
    "bad-anchor": (Severity.WARNING, "A link names a heading that its target does not have."),
    "bad-config": (Severity.ERROR, "A value in site.yml is not of the kind its key needs."),
    "bad-date": (Severity.ERROR, "A date that is not in the calendar or cannot be read."),
    "bad-encoding": (Severity.ERROR, "The file is not UTF-8 text."),
    "bad-front-matter": (
        Severity.ERROR,
        "The front matter is not a closed block of keys and values.",
    ),
    "bad-ledger": (Severity.ERROR, "A line of translations.lock that cannot be read."),
    "bad-path": (Severity.ERROR, "An address that would leave the site or that no disk can hold."),
    "bad-phrase": (Severity.ERROR, "A phrase file holds what no page could show or fill in."),
    "bad-theme": (Severity.ERROR, "A theme that is not there, or whose theme.yml cannot be read."),
    "bad-value": (Severity.ERROR, "A front matter value is not of the kind its key needs."),
    "bad-yaml": (Severity.ERROR, "YAML that cannot be read, or that uses what we do not accept."),
    "collision": (Severity.ERROR, "Two owners claim one address or one file of the output."),
    "control-character": (Severity.WARNING, "A character that no reader can see and XML forbids."),
    "deploy-failed": (Severity.ERROR, "git or the remote could not do what deploy asked for."),
    "deploy-refused": (
        Severity.ERROR,
        "Something that deploy does not publish by itself.",
    ),
    "empty-file": (Severity.WARNING, "A content file with nothing in it."),
    "file-exists": (Severity.ERROR, "A file that a command would make is there already."),
    "file-missing": (Severity.ERROR, "A file that a command needs is not there."),
    "foreign-markup": (
        Severity.WARNING,
        "Liquid or kramdown that has no meaning here; it is shown as typed.",
    ),
    "hiding-key": (
        Severity.ERROR,
        "A key that is nearly draft or published, or means it in another language.",
    ),
    "hiring-translation": (
        Severity.WARNING,
        "A translated hiring page has an item fewer or more than its original.",
    ),
    "hreflang": (Severity.ERROR, "The alternates of a page are not absolute, mutual and true."),
    "foreign-paragraph": (
        Severity.WARNING,
        "A paragraph in another language than its text, neither quoted nor marked lang.",
    ),
    "held-back": (Severity.NOTE, "A post dated in the future; it appears when its time has come."),
    "image-damaged": (
        Severity.WARNING,
        "A picture that is not whole or not of a kind that browsers show; published as it is.",
    ),
    "image-place": (
        Severity.NOTE,
        "A picture that says where it was taken is published as it is.",
    ),
    "images-plain": (
        Severity.NOTE,
        "Smaller versions of pictures are wanted, and nothing is installed that makes them.",
    ),
    "image-too-large": (
        Severity.WARNING,
        "A picture with more pixels than we decode; published as it is.",
    ),
    "language-conflict": (Severity.ERROR, "Two places say different languages for one document."),
    "layout-elsewhere": (
        Severity.NOTE,
        "A layout of another generator's themes; its texts are drawn as a post or a page.",
    ),
    "layout-missing": (Severity.ERROR, "A layout that the theme does not have."),
    "link-hidden": (Severity.WARNING, "A public document links to one that is not public."),
    "link-missing": (Severity.ERROR, "A link to a page that does not exist."),
    "machine": (Severity.ERROR, "The disk, the network port or a file permission said no."),
    "manifest-damaged": (Severity.WARNING, "The list of what we wrote cannot be read."),
    "missing-audio": (Severity.WARNING, "audio is asked for, but the file is not there."),
    "missing-image": (Severity.WARNING, "image is asked for, but the file is not there."),
    "missing-phrase": (
        Severity.WARNING,
        "A phrase of the theme is missing in a language of the site.",
    ),
    "missing-title": (
        Severity.WARNING,
        "A document without a title; one was made from its file name.",
    ),
    "nesting-limit": (
        Severity.ERROR,
        "Markdown nested deeper than the limit; content would be lost.",
    ),
    "outside-file": (Severity.ERROR, "A link on disk that leads out of the project."),
    "output-changed": (Severity.WARNING, "A file we wrote, unwanted now, was changed by someone."),
    "no-site": (Severity.ERROR, "A command that needs a site was given where there is none."),
    "not-built": (Severity.WARNING, "A source was saved after the build that is published."),
    "not-yet": (Severity.WARNING, "A key that is known and has no effect in this version."),
    "output-refused": (Severity.ERROR, "An output folder that is not ours to write."),
    "permalink-pattern": (
        Severity.WARNING,
        "A placeholder in the permalink of one text; they are filled in only in site.yml.",
    ),
    "posts-elsewhere": (
        Severity.NOTE,
        "Posts in the folder where Jekyll has them, while content/posts has none.",
    ),
    "privacy": (
        Severity.NOTE,
        "The hiring page shows everyone the pay, an e-mail address or a phone number.",
    ),
    "same-text": (Severity.WARNING, "Two texts of one language that say the same word for word."),
    "site-address": (
        Severity.WARNING,
        "The pages were made for another address than that at which GitHub shows them.",
    ),
    "site-domain": (
        Severity.WARNING,
        "The branch keeps a domain for which the pages were not made.",
    ),
    "site-size": (Severity.WARNING, "A site larger than GitHub Pages publishes."),
    "size-limit": (Severity.ERROR, "A file larger than the builder accepts."),
    "stale-availability": (
        Severity.NOTE,
        "The hiring page says open to offers, and the day it was last confirmed is long ago.",
    ),
    "stale-translation": (
        Severity.NOTE,
        "The original of a translation has changed since somebody vouched for it.",
    ),
    "template-error": (Severity.ERROR, "A template that cannot be compiled or filled."),
    "too-dense": (
        Severity.WARNING,
        "One text has more emphasis, links and code than are read; the rest is shown as typed.",
    ),
    "translation-conflict": (Severity.ERROR, "Two documents of one language claim to be one text."),
    "translation-code": (
        Severity.WARNING,
        "Code in a translation that differs from its original by more than comments and strings.",
    ),
    "translation-links": (
        Severity.WARNING,
        "A link in a translation that leads elsewhere than that of its original.",
    ),
    "translation-parts": (
        Severity.WARNING,
        "A translation with more or fewer headings, code blocks, images, links, items or notes.",
    ),
    "two-originals": (Severity.WARNING, "Several documents of one work are not marked translated."),
    "unbalanced-html": (
        Severity.WARNING,
        "HTML in a text that closes what it did not open, or leaves open what it opened.",
    ),
    "unknown-element": (
        Severity.WARNING,
        "A word between angle brackets that is read as HTML, so that no reader sees it.",
    ),
    "unknown-address": (
        Severity.ERROR,
        "A command was asked about a page that is not there.",
    ),
    "unknown-key": (Severity.WARNING, "A key we do not know."),
    "unknown-language": (Severity.ERROR, "A language that is not among the site's languages."),
    "unlisted-language": (
        Severity.WARNING,
        "A file name that ends in a language which site.yml does not list.",
    ),
    "unread-text": (
        Severity.WARNING,
        "A file that may have been meant as a text, is none, and is not published.",
    ),
    "unsafe-file": (Severity.WARNING, "A path that is not a regular file inside the project."),
    "unsafe-link": (Severity.WARNING, "A link whose scheme could run code; it is left as text."),
    "wrong-language": (Severity.WARNING, "A text that is not in the language it claims."),
}
"""Every code a Problem may carry, with its severity and its sentence for the reference."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A position in a file of the site."""

    path: str
    """Relative to the site's root, with ``/``."""
    line: int = 0
    """1-based; 0 when the Problem is about the file as a whole."""
    column: int = 0
    """1-based, in characters; 0 when unknown."""

    def __str__(self) -> str:
        """Spell the place as editors understand it: ``file:line:col``."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path, *numbers])


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something the author can mend, with where it is and one suggestion."""

    code: str
    """A key of :data:`CODES`."""
    message: str
    """What is wrong, one line, no full stop."""
    place: Place | None = None
    """None for troubles of the machine."""
    hint: str = ""
    """One suggestion, one line; empty when there is nothing to suggest."""
    quote: str = ""
    """The line that the place points at; the build fills it in where a stage left it empty."""

    @property
    def severity(self) -> Severity:
        """The severity that the table fixes for this code."""
        return CODES[self.code][0]

    @property
    def is_error(self) -> bool:
        """Whether this Problem stops the build."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """A value and what was wrong on the way to it; ``value`` is None when nothing could be made."""

    value: T | None
    problems: tuple[Problem, ...] = ()


class SiteError(Exception):
    """The build stops here; all Problems found so far are carried along."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problems")


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the Problems stops the build."""
    return any(problem.is_error for problem in problems)
