"""A translation beside its original, as readers see it."""

import pytest

from tests.small_site import SmallSite

ENGLISH = "First.\n\n## A part\n\nSecond[^1].\n\n- x\n- y\n\n[^1]: Note.\n"
ARABIC = "أولاً.\n\n## جزء\n\nثانيًا[^1].\n\n- س\n- ص\n\n[^1]: ملاحظة.\n"


@pytest.fixture
def beside(tmp_path, serve) -> str:
    """The address of an Arabic translation beside its English original."""
    site = SmallSite(tmp_path, languages="[en, ar]", side_by_side="true")
    site.post("2023-01-01-a-en", "title: English", body=ENGLISH)
    site.post("2023-01-01-a-ar", "title: عربي", "translated: true", body=ARABIC)
    site.build()
    return serve(site.output).home + "ar/a/with-en/"


@pytest.mark.parametrize("scripts", [True, False])
def test_what_belongs_together_is_in_one_row(browser, beside, scripts):
    """Arabic on the right and English on the left of it, each row from one height."""
    page = browser.new_page(viewport={"width": 1200, "height": 800}, java_script_enabled=scripts)
    page.goto(beside)
    rows = page.locator("div.pair")
    assert rows.count() == 5
    for row in rows.all():
        arabic, english = (one.bounding_box() for one in row.locator("> *").all())
        assert arabic["x"] > english["x"] + english["width"]
    texts = [row.locator("> *").all_inner_texts() for row in rows.all()]
    assert texts[0] == ["أولاً.", "First."]
    assert texts[3][1].split() == ["x", "y"]
    page.close()


def test_on_a_narrow_screen_they_take_turns(browser, beside):
    """Each row one under the other, within the screen."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(beside)
    for row in page.locator("div.pair").all():
        arabic, english = (one.bounding_box() for one in row.locator("> *").all())
        assert english["y"] >= arabic["y"] + arabic["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_it_is_as_accessible_as_any_page(browser, beside, axe_source, scheme):
    """No id twice, languages and directions marked, colours that can be read."""
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(beside)
    page.evaluate(axe_source)
    found = page.evaluate("axe.run()")
    assert [one["id"] for one in found["violations"]] == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    context.close()
