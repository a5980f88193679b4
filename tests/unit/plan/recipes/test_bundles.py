"""The style and script of the theme, published under names that change with their text."""

from dataclasses import replace

from site_builder.model.data_view import PlainView
from site_builder.model.theme import Bundle
from site_builder.plan.routes import plan_routes
from tests.drawing import THEME, EchoPhrases, config_of, site_of

STYLE = Bundle(text="a{}\n", digest="b" * 64)


def test_a_bundle_is_published_and_pages_know_its_address() -> None:
    """The name holds the digest, so that no cache keeps an old one."""
    config = config_of("base_path: /repo")
    phrases = {language.code: EchoPhrases() for language in config.languages}
    theme = replace(THEME, bundles={"hiring.css": STYLE})
    plan = plan_routes(site_of("").value, config, theme, phrases).value
    view = next(one.view for one in plan.routes if one.output == "assets/hiring.bbbbbbbbbb.css")
    assert view == PlainView(text="a{}\n")
    home = next(route.view for route in plan.routes if route.address == "/")
    hrefs = {asset.name: asset.href for asset in home.chrome.assets}
    assert hrefs["hiring.css"] == "/repo/assets/hiring.bbbbbbbbbb.css"
