"""Where readers answer: the frame's address, by the rules of each provider."""

from urllib.parse import parse_qs, urlsplit

from site_builder.model.view import TextView
from tests.drawing import config_of, plan_of, view_at

GISCUS = "{provider: giscus, repo: me/site, repo_id: R_1, category: Talk, category_id: C_1}"
DRAWING = "posts\n  2023-01-01-a-en\n  2023-01-01-a-zh\npages\n  about-en"


def view(typed: str, address: str) -> TextView:
    config = config_of(f"comments: {typed}\nlanguages: [en, zh]\nbase_path: /repo")
    return view_at(plan_of(DRAWING, config), address, TextView)


def test_giscus_speaks_the_readers_language() -> None:
    """The frame says which text by its path, and in which language to speak."""
    comments = view(GISCUS, "/zh/a/").comments
    assert comments is not None
    frame = urlsplit(comments.frame)
    assert (frame.netloc, frame.path) == ("giscus.app", "/zh-CN/widget")
    asked = parse_qs(frame.query)
    assert (asked["repoId"], asked["term"]) == (["R_1"], ["/repo/zh/a/"])
    assert comments.href == "https://github.com/me/site/discussions"


def test_utterances_is_told_the_path() -> None:
    """Its issues are found by the path of the page."""
    comments = view("{provider: utterances, repo: me/site}", "/a/").comments
    assert comments is not None
    assert comments.host == "utteranc.es"
    assert parse_qs(urlsplit(comments.frame).query)["pathname"] == ["/repo/a/"]
    assert comments.href == "https://github.com/me/site/issues"


def test_only_posts_have_comments_and_only_they_admit_the_frame() -> None:
    """A page of the author's has neither, and its policy stays shut."""
    post, page = view(GISCUS, "/a/"), view(GISCUS, "/about/")
    assert "frame-src https://giscus.app" in post.security_policy
    assert page.comments is None
    assert "frame-src" not in page.security_policy
