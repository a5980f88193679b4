"""What was drawn of a text, as a Body."""

from base64 import b64encode
from hashlib import sha256


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
