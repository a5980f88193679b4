"""One source and its bytes in, one Document out."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.model.document import Parsed
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Kind, NameFacts, Source, Stat
from site_builder.parse.by_rules import _parser
from site_builder.parse.document import parse
from tests.drawing import codes, config_of

SETTINGS = ParseSettings.of(config_of("excerpt_length: 50"), "test")
STAT = Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1)


def _parse(text: str, *, name: str = "2023-01-01-a-es.md", suffix: str = "es"):
    source = Source(
        path=f"content/posts/{name}",
        kind=Kind.POST,
        stat=STAT,
        name=NameFacts(slug="a", day="2023-01-01", suffix=suffix, key="post:2023-01-01:a"),
    )
    return parse(source, text.encode(), SETTINGS)


def test_each_value_remembers_who_decided_it() -> None:
    """For messages and for whoever asks why."""
    meta = _parse("---\ntitle: Hola\n---\n\nTexto.\n").value.document.meta
    assert (meta.title.value, meta.title.rule, str(meta.title.place)) == (
        "Hola",
        "front matter",
        "content/posts/2023-01-01-a-es.md:2:8",
    )
    assert (meta.language.value, meta.language.rule) == ("es", "file name")
    assert (meta.layout.value, meta.layout.rule) == ("post", "default")


def test_the_body_is_apart_from_the_facts() -> None:
    """The Document names its body by digest, and says what is in it."""
    parsed = _parse("---\ntitle: Hola\n---\n\n## Uno\n\nA [link](x.md).\n").value
    assert "<h2" in parsed.body
    assert parsed.body not in repr(parsed.document)
    assert [heading.text for heading in parsed.document.headings] == ["Uno"]
    assert [reference.target for reference in parsed.document.references] == ["x.md"]


def test_an_error_leaves_no_document() -> None:
    """What could not be read is never published, not even in part."""
    outcome = _parse("---\ntitle: Hola\ndate: 2023-02-30\n---\n\nTexto.\n")
    assert outcome.value is None
    assert codes(outcome.problems) == ["bad-date"]


def test_an_excerpt_of_the_authors_is_kept_whole() -> None:
    """Only the one that we make is cut."""
    long = "palabra " * 20
    cut = _parse(f"---\ntitle: Hola\n---\n\n{long}\n").value.document.excerpt
    kept = _parse(f"---\ntitle: Hola\nexcerpt: {long}\n---\n\nTexto.\n").value.document.excerpt
    assert len(cut) <= 50
    assert kept == long.strip()


def test_a_profile_elsewhere_than_on_the_hiring_page_is_told() -> None:
    """`skills:` on a post has no effect, so it is not passed over in silence."""
    outcome = _parse("---\ntitle: Hola\nskills: [{level: a, keywords: [b]}]\n---\n\nTexto.\n")
    assert codes(outcome.problems) == ["unknown-key"]
    assert "layout: hiring" in outcome.problems[0].hint


def test_threads_take_turns() -> None:
    """Texts that several threads read at once are understood as if each were read alone."""
    texts = [
        f"---\ntitle: T{number}\n---\n\n<b>{number}</b> ~~gone~~\n\n| a |\n|---|\n| *{number}* |\n"
        for number in range(4)
    ]
    alone = [_parse(text).value for text in texts]
    start = Barrier(len(texts))

    def read(text: str) -> Parsed | None:
        start.wait()
        return _parse(text).value

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(len(texts)) as threads:
            for _ in range(200):
                # A parser puts its rules in order when it is first used, which takes a while.
                _parser.cache_clear()
                _parser(SETTINGS.raw_html, MarkdownSettings().max_nesting)
                assert list(threads.map(read, texts)) == alone
    finally:
        sys.setswitchinterval(before)


RULES = {"markdown_it", "mdit_py_plugins"}


@pytest.mark.parametrize(
    ("text", "libraries"),
    [
        ("# Words\n\n*marks*, `code`, [links](a.md), 中文。\n\n- items\n\n|a|\n|-|\n|b|", set()),
        ("```python\nx = 1\n```\n", {"pygments"}),
        ("~~gone~~", RULES),
        ("$$x$$", RULES | {"math_core"}),
    ],
)
def test_a_library_is_imported_at_the_first_text_that_needs_it(text: str, libraries: set[str]):
    """A text that the compiled reader reads wakes no parser, one without code no lexer."""
    program = f"""
import sys
from site_builder.model.body import MarkdownSettings
from site_builder.parse import document, markdown
markdown.render_markdown({text!r}, path="", first_line=1, settings=MarkdownSettings())
print(*sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert {"pygments", "math_core", *RULES} & set(done.stdout.split()) == libraries
