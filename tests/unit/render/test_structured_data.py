"""What a page says to machines."""

import json
from dataclasses import replace

from site_builder.model.view import TextView
from site_builder.render.structured_data import structured_data
from tests.drawing import plan_of


def _post(drawing: str, address: str) -> TextView:
    plan = plan_of(drawing).value
    assert plan is not None
    view = next(route.view for route in plan.routes if route.address == address)
    assert isinstance(view, TextView)
    return view


def test_a_title_cannot_end_the_script() -> None:
    """The text comes back exact, and no tag stands in the block."""
    view = replace(_post("posts\n  2023-01-01-a-en", "/a/"), title="</script><b>&")
    said = structured_data(view)
    assert "<" not in said
    assert json.loads(said)["headline"] == "</script><b>&"


def test_a_translation_names_its_original_absolutely() -> None:
    """TranslationOfWork leads to the original's page."""
    view = _post("posts\n  2023-01-01-a-en\n  2023-01-01-a-es translated", "/es/a/")
    assert json.loads(structured_data(view))["translationOfWork"]["url"] == "https://example.org/a/"
