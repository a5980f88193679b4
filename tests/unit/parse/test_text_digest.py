"""Which edits of an original make its translations stale."""

import pytest

from site_builder.model.document import Document
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Kind, NameFacts, Source, Stat
from site_builder.parse.document import parse
from tests.drawing import config_of

TEXT = """---
title: A title
description: What it is about
---

# Begin here

One paragraph of *words*, and
a second line of them.

- one
- two

```python
if True:
    print("x")
```

![A picture](picture.png) and [a link](https://example.org/a).
"""
HIRING = """---
title: Hire me
layout: hiring
basics:
  name: Ada
  label: Engineer
skills:
  - level: 5 or more years
    years: {min: 5}
    keywords: [Python, SQL]
requirements:
  - Remote
ideas:
  - title: An idea
    text: It is *good*
---

Words.
"""


def digest(text: str) -> str:
    config = config_of()
    settings = ParseSettings.of(config, "test")
    name = NameFacts(slug="a", key="page::a")
    stat = Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1)
    source = Source(path="content/pages/a-en.md", kind=Kind.PAGE, stat=stat, name=name)
    outcome = parse(source, text.encode(), settings)
    assert outcome.value is not None, outcome.problems
    document: Document = outcome.value.document
    return document.text_digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a second line", "a second Line"),
        ("title: A title", "title: Another title"),
        ("description: What it is", "description: What it was"),
        ("# Begin here", "# Begin there"),
        ("- two", "- two\n- three"),
        ('print("x")', 'print("y")'),
        ("    print", "  print"),
        ("A picture", "Another picture"),
        ("[a link]", "[the link]"),
        ("title: A title", "title: A title\nexcerpt: In short"),
    ],
)
def test_changed_words_and_code_count(old: str, new: str) -> None:
    """A typo mended, a title, code by one space: whoever translated this has to look again."""
    assert old in TEXT
    assert digest(TEXT.replace(old, new)) != digest(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("words*, and\na second", "words*,\nand a second"),
        ("of them.\n", "of   them.  \n\n\n"),
        ("\n", "\r\n"),
        ("*words*", "_words_"),
        ("- one\n- two", "* one\n* two"),
        ("title: A title", 'title:   "A title"\ntags: [x]\ntoc: false\ndate: 2026-01-01'),
        ("https://example.org/a", "https://example.org/b"),
        ("# Begin here", "Begin here\n=========="),
    ],
)
def test_reflowing_does_not_count(old: str, new: str) -> None:
    """White space, line ends, another way to write the same markup, keys that are no words."""
    assert old in TEXT
    assert digest(TEXT.replace(old, new)) == digest(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("label: Engineer", "label: Doctor"),
        ("[Python, SQL]", "[Python]"),
        ("min: 5", "min: 6"),
        ("5 or more years", "6 or more years"),
        ("- Remote", "- On site"),
        ("title: An idea", "title: The idea"),
        ("It is *good*", "It is *fine*"),
    ],
)
def test_a_hiring_page_counts_as_a_whole(old: str, new: str) -> None:
    """Every word of the profile counts, though it stands in the front matter."""
    assert old in HIRING
    assert digest(HIRING.replace(old, new)) != digest(HIRING)


def test_where_a_profile_was_typed_does_not_count() -> None:
    """An empty line in the front matter moves every place and changes no word."""
    assert digest(HIRING.replace("skills:", "\n\nskills:")) == digest(HIRING)
    assert digest(HIRING.replace("*good*", "_good_")) == digest(HIRING)
