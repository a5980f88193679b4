"""Nothing of a text that is not public is in any published byte or name.

Random sites: each text that is a draft, unpublished or of the future carries a token of its own in
every field it has, and some of them are originals, translations or neighbours of public ones.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.build.conductor import prepare
from site_builder.build.request import Request
from site_builder.model.gate import Gate
from tests.small_site import NOW, SmallSite, tree
from tests.trials import tries

WAYS = {
    "draft": "draft: true",
    "unpublished": "published: false",
    "future": "date: 2999-01-02",
    "public": "",
}


@st.composite
def sites(draw: st.DrawFn) -> list[tuple[str, str, bool, str]]:
    """Texts as (way of being hidden or not, language, is it a translation, day)."""
    return draw(
        st.lists(
            st.tuples(
                st.sampled_from([*WAYS, "public"]),
                st.sampled_from(["en", "es"]),
                st.booleans(),
                st.sampled_from(["2024-01-01", "2024-01-02"]),
            ),
            min_size=2,
            max_size=8,
        )
    )


def write(site: SmallSite, texts: list[tuple[str, str, bool, str]]) -> list[str]:
    """Write the texts; give the tokens of those that are not public."""
    tokens = []
    taken = set()
    site.post("2024-01-01-always-en", "title: Always", "tags: [shared]")
    for number, (way, language, is_translation, day) in enumerate(texts):
        token = f"tok{number}en{way}"
        # Neighbouring texts of two languages are often one work.
        stem = f"{day}-work{number // 2}"
        if (stem, language) in taken:
            continue
        taken.add((stem, language))
        site.post(
            f"{stem}-{language}",
            *_front(token, way, is_translation=is_translation),
            body=_body(token),
        )
        site.write(f"content/posts/{token}.png", token)
        site.write(f"static/assets/audio/{stem}-{language}.mp3", f"sound of {token}")
        if way != "public":
            tokens.append(token)
            site.page(
                f"page{token}-{language}", f"title: {token}", "draft: true", body=_body(token)
            )
    return tokens


def _front(token: str, way: str, *, is_translation: bool) -> list[str]:
    keys = ("title", "description", "excerpt", "author", "series", "slug", "mood")
    return [
        *(f"{key}: {token}{key}" for key in keys),
        f"tags: [shared, {token}tag]",
        f"categories: [{token}category]",
        f"redirect_from: [/{token}old/]",
        *(["translated: true"] if is_translation else []),
        *filter(None, [WAYS[way]]),
    ]


def _body(token: str) -> str:
    return f"{token} [in]({token}.png) ![{token}]({token}.png)\n\n## {token}\n\n```py\n{token}\n```"


def _previewed(site: SmallSite) -> list[bytes]:
    """What the preview would show with `--no-drafts`: every page that is made for it."""
    request = Request(root=site.root, output=site.output, gate=Gate(now=NOW), scope="serve", jobs=1)
    prepared = prepare(request, lambda _path, _digest: False, lambda _event: None)
    return [Path(one.staged).read_bytes() for one in prepared.artifacts]


@pytest.mark.slow
@settings(max_examples=tries("drafts"), deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=sites())
def test_nothing_hidden_is_published(texts: list[tuple[str, str, bool, str]]) -> None:
    """No token of a hidden text is in the output, though all of them were read and remembered."""
    folder = Path(tempfile.mkdtemp(prefix="drafts-"))
    try:
        site = SmallSite(folder, front_matter="{extra: [mood]}", feeds="[atom]")
        tokens = write(site, texts)
        site.build()
        published = tree(site.output)
        for token in tokens:
            sign = token.encode()
            leaks = [name for name, data in published.items() if sign in data or token in name]
            # A recording lies in static/, where everything is published; its name has no token.
            assert [name for name in leaks if not name.endswith(".mp3")] == [], token
        for page in _previewed(site):
            assert not [token for token in tokens if token.encode() in page]
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("title:", "draft: true\ntitle:", 1),
        lambda text: text.replace("title:", "published: false\ntitle:", 1),
        lambda text: text.replace("title:", "date: 2999-01-02\ntitle:", 1),
    ],
    ids=["draft", "unpublished", "future"],
)
def test_what_is_taken_back_is_gone(tmp_path: Path, change: Callable[[str], str]) -> None:
    """A text that was published and is hidden now leaves no byte behind."""
    site = SmallSite(tmp_path, front_matter="{extra: [mood]}")
    site.post("2024-01-01-always-en", "title: Always", "tags: [shared]")
    post = site.post(
        "2024-01-02-mine-en",
        *_front("tokmine", "public", is_translation=False),
        body=_body("tokmine"),
    )
    site.write("content/posts/tokmine.png", "tokmine")
    site.build()
    assert any(b"tokmine" in data for data in tree(site.output).values())
    post.write_text(change(post.read_text(encoding="utf-8")), encoding="utf-8")
    site.build()
    left = {
        name for name, data in tree(site.output).items() if b"tokmine" in data or "tokmine" in name
    }
    assert left == set()
