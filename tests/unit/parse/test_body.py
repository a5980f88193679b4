"""What was drawn of a text, as a Body."""

from base64 import b64encode
from hashlib import sha256

from site_builder.model.body import MarkdownSettings
from site_builder.parse.body import outgrows
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def test_inline_scripts(read):
    """An inline script is admitted by the digest of its bytes; one from elsewhere by its host."""
    body = read('<script>let ü=1</script>\n\n<script src="https://c.example/a.js"></script>')
    digest = b64encode(sha256("let ü=1".encode()).digest()).decode()
    assert body.value.inline_scripts == (digest,)
    assert body.value.remote_hosts == (("script-src", "https://c.example"),)


def test_growth_of_targets(read):
    """Five thousand uses of a long address stay small: the address is in one shared string."""
    outcome = read(f"[a]: https://x.example/{'z' * 5000}\n\n" + "[a] " * 5000)
    assert outcome.problems == ()
    assert len(outcome.value.html) < 200_000
    assert len({id(reference.target) for reference in outcome.value.references}) == 1


def test_growth_of_all():
    """HTML is out of proportion where it is long, and many times as long as its text."""
    place, settings = Place(path="x.md", line=1), MarkdownSettings()
    notebook = Notebook("a" * 60_000, place=place, settings=settings)
    assert not outgrows("b" * 1_200_000, notebook)
    assert outgrows("b" * 1_200_001, notebook)
    notebook.colours = 1  # what colours add to code does not count
    assert not outgrows("b" * 1_200_001, notebook)
