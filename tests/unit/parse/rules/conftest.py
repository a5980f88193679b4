"""What the tests of Markdown rules share: a text in, its Body or its problems out."""

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.markdown import render_markdown


@pytest.fixture
def read():
    """Read a text that begins in line 10 of its file; give the Outcome."""

    def read_text(text, **settings):
        return render_markdown(
            text, path="content/posts/x.md", first_line=10, settings=MarkdownSettings(**settings)
        )

    return read_text


@pytest.fixture
def body(read):
    """Read a text without problems; give its Body."""

    def body_of(text, **settings):
        outcome = read(text, **settings)
        assert outcome.problems == ()
        return outcome.value

    return body_of
