"""Which texts stand beside the lead of their work, and where."""

import pytest

from site_builder.model.document import Document
from site_builder.plan.beside import address_beside, lead_beside
from site_builder.plan.context import PlanContext
from site_builder.plan.routes import plan_context
from tests.drawing import THEME, EchoPhrases, config_of, site_of

DRAWING = """
posts
  2023-01-01-a-en
  2023-01-01-a-es translated
  2023-01-02-b-en translated
  2023-01-02-b-es translated
  2023-01-03-c-en
pages
  about-en
  about-es translated permalink=/quien.html
  hire-en layout=hiring
  hire-es layout=hiring translated
"""


def _beside(name: str, setting: str = "side_by_side: true") -> str:
    """The address of the page on which the text stands beside its lead; empty for none."""
    config = config_of(setting)
    site = site_of(DRAWING, config).value
    assert site is not None
    phrases = {language.code: EchoPhrases() for language in config.languages}
    ctx: PlanContext = plan_context(site, config, THEME, phrases, {})
    document: Document = site.by_path[f"content/{name}.md"]
    lead = lead_beside(document, site, ctx)
    return "" if lead is None else address_beside(document, lead, ctx)


def test_a_translation_stands_beside_its_original_below_its_own_address() -> None:
    """Also where that is a file."""
    assert _beside("posts/2023-01-01-a-es") == "/es/a/with-en/"
    assert _beside("pages/about-es") == "/quien/with-en/"


def test_where_the_original_is_not_here_the_default_language_takes_its_place() -> None:
    """A reader of two languages has both, whoever was first."""
    assert _beside("posts/2023-01-02-b-es") == "/es/b/with-en/"


@pytest.mark.parametrize(
    "name",
    ["posts/2023-01-01-a-en", "posts/2023-01-02-b-en", "posts/2023-01-03-c-en", "pages/hire-es"],
)
def test_a_lead_a_text_alone_and_the_hiring_page_have_none(name: str) -> None:
    """There is nothing to put beside them, or no text that runs in parallel."""
    assert _beside(name) == ""


def test_a_site_that_does_not_ask_has_none() -> None:
    """It is off by default."""
    assert _beside("posts/2023-01-01-a-es", "") == ""
