"""The Content-Security-Policy of each page: exactly what the page uses."""

from site_builder.plan.security import security_policy
from tests.drawing import documents_of


def test_a_plain_page_admits_itself_alone() -> None:
    """Nothing from anywhere else, and no inline script without its digest."""
    policy = security_policy("")
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "unsafe" not in policy
    assert "'sha256-" in security_policy("alert(1)")


def test_a_page_admits_what_its_body_uses() -> None:
    """A remote picture opens img-src for its host, and nothing else."""
    body = '"![a](https://cdn.example/a.png)"'
    (document,) = documents_of(f"posts\n  2023-01-01-a-en body={body}")
    policy = security_policy("", document)
    assert "img-src 'self' data: https://cdn.example;" in policy
    assert policy.count("cdn.example") == 1
