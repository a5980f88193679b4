from __future__ import annotations

import html

import pytest

from site_builder.serve.inject import admit_self, script_tag, with_script

ADDRESS = "/__site_builder/t/reload.js?seen=1"
TAG = script_tag(ADDRESS)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body>x</body></html>", b"<body>x" + TAG + b"</body></html>"),
        (b"<BODY>x</BODY >", b"<BODY>x" + TAG + b"</BODY >"),
        (b"<p>no end", b"<p>no end" + TAG),
        (b"", TAG),
        (b"<pre></body></pre>y</body>", b"<pre></body></pre>y" + TAG + b"</body>"),
        (b"\xff\xfe</body>", b"\xff\xfe" + TAG + b"</body>"),
    ],
)
def test_the_script_comes_last_in_the_body(page: bytes, expected: bytes) -> None:
    """The script stands before the last </body>, or at the end; all other bytes stay."""
    assert with_script(page, ADDRESS) == expected


def test_the_script_loads_after_the_page() -> None:
    """One element with a source, deferred; nothing inline that a policy would have to admit."""
    assert TAG == b'<script src="/__site_builder/t/reload.js?seen=1" defer></script>'


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("script-src 'self'; connect-src 'self'", "script-src 'self'; connect-src 'self'"),
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
        (
            "default-src 'none'; script-src 'sha256-x'",
            "default-src 'none'; script-src 'sha256-x' 'self'; connect-src 'self'",
        ),
        ("script-src 'none'; connect-src a.test", "script-src 'self'; connect-src a.test 'self'"),
        ("script-src-elem 'none'; script-src *", "script-src-elem 'self'; script-src *"),
        ("default-src *", "default-src *"),
        ("img-src 'self'", "img-src 'self'"),
        ("SCRIPT-SRC 'none'; script-src *", "script-src 'self'"),
    ],
)
def test_a_policy_is_widened_only_where_it_must_be(policy: str, expected: str) -> None:
    """Scripts and connections of the page's own origin are admitted; nothing else changes."""
    assert admit_self(policy) == expected


def test_the_policy_in_the_page_is_widened_where_it_is_served() -> None:
    """A page with default-src 'none' still reloads, and keeps what else its policy says."""
    meta = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
    served = html.unescape(
        with_script(f"<head>{meta}</head><body></body>".encode(), ADDRESS).decode()
    )
    assert "default-src 'none'; script-src 'self'; connect-src 'self'" in served


def test_other_metas_stay_as_they_are() -> None:
    """Only the policy is touched."""
    page = b'<meta name="description" content="script-src"><body></body>'
    assert with_script(page, ADDRESS) == page.replace(b"</body>", TAG + b"</body>")
