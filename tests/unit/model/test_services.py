"""What services of others need on a page."""

from site_builder.model.services import Comments


def test_comments_need_a_frame_and_nothing_else() -> None:
    """No script of others runs on a page: its policy opens for one frame."""
    giscus = Comments(
        provider="giscus", repo="a/b", repo_id="R", category="General", category_id="C"
    )
    assert giscus.policy == (("frame-src", "https://giscus.app"),)
