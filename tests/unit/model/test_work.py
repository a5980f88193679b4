"""One thing said in several languages."""

from site_builder.model.work import Work
from tests.drawing import documents_of


def test_a_work_gives_the_text_of_a_language() -> None:
    """Or nothing where there is none."""
    english, spanish = documents_of("posts\n  2023-01-01-a-en\n  2023-01-01-a-es translated")
    work = Work(key="k", documents=(english, spanish), original=english, lead=english)
    assert work.in_language("es") is spanish
    assert work.in_language("fr") is None
