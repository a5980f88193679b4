"""What stands in for a text where its translation is missing."""

import pytest

from site_builder.model.site import Site
from tests.drawing import config_of, site_of

DRAWING = """
posts
  2023-01-01-a-en
  2023-01-02-b-en
  2023-01-02-b-es translated
  2023-01-03-c-es
  2023-01-04-d-hi translated
  2023-01-04-d-es translated
pages
  about-en
  index-en
"""


def _site(policy: str) -> Site:
    config = config_of(f"languages: [en, es, hi]\nmissing_translations: {policy}")
    site = site_of(DRAWING, config).value
    assert site is not None
    return site


def _names(site: Site, code: str) -> list[str]:
    return [document.path.rpartition("/")[2] for document in site.listed[code]]


def test_hidden_means_that_lists_have_the_languages_own_posts() -> None:
    """The default: nothing stands in for anything."""
    site = _site("hide")
    assert site.listed == site.posts
    assert not any(site.stand_ins.values())


@pytest.mark.parametrize("policy", ["link", "show"])
def test_lists_have_every_work_in_order_of_time(policy: str) -> None:
    """Each work once: in the reader's language, else its original, else the first of the site."""
    site = _site(policy)
    assert _names(site, "es") == [
        "2023-01-04-d-es.md",
        "2023-01-03-c-es.md",
        "2023-01-02-b-es.md",
        "2023-01-01-a-en.md",
    ]
    assert _names(site, "hi") == [
        "2023-01-04-d-hi.md",
        "2023-01-03-c-es.md",
        "2023-01-02-b-en.md",
        "2023-01-01-a-en.md",
    ]
    # Neither Spanish nor Hindi is the original or the default: the first of the site's order.
    assert _names(site, "en")[0] == "2023-01-04-d-es.md"


def test_pages_stand_in_too_but_homes_do_not() -> None:
    """Every language has a home; the text of another language's home is not shown there."""
    site = _site("show")
    pages = [one.path for one in site.stand_ins["es"] if one.path.startswith("content/pages/")]
    assert pages == ["content/pages/about-en.md"]
