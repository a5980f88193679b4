"""What docs/themes.md says of a theme on `core`: six files of its own are enough."""

import shutil

from tests.small_site import REPO, SmallSite

OWN = (
    "styles/tokens.css",
    "styles/layout.css",
    "templates/home.html",
    "templates/partials/header.html",
    "templates/partials/theme-color.html",
    "static/favicon.svg",
)


def test_six_files_make_a_theme(tmp_path):
    """A theme of a site's own, with these files and a line that names core, builds every page."""
    site = SmallSite(tmp_path, theme="mine")
    site.write("themes/mine/theme.yml", "name: mine\nextends: core\n")
    for name in OWN:
        file = site.write(f"themes/mine/{name}", "")
        shutil.copy2(REPO / "themes/indice" / name, file)
    site.post("2026-01-01-a", "tags: [x]", body="## One\n\nWords.")
    site.page("hire", "layout: hiring", "basics: {name: Ana}")
    assert not site.build().problems
    assert site.html("a/index.html").css_first("h1").text() == "T"
    assert site.html("hire/index.html").css_matches("link[href*='/hiring.']")
