"""What docs/themes.md says of a theme on `core`: six files of its own are enough."""

import re
import shutil
from typing import Final

import pytest

from site_builder.render.theme_file import read_theme_file
from tests.small_site import REPO, SmallSite

DECLARED: Final = re.compile(r"^(?:const|let|(?:async )?function\*?) (\w+)", re.MULTILINE)

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


@pytest.mark.parametrize("theme", ["papel", "indice"])
def test_a_name_is_declared_once_in_each_script(theme):
    """The parts of a script share one module: a name that two of them declare stops them all."""
    folders = (REPO / "themes" / theme, REPO / "themes/core")
    facts = read_theme_file((folders[1] / "theme.yml").read_text(encoding="utf-8"), "").value
    for bundle, parts in facts.bundles.items():
        if bundle.endswith(".js"):
            files = [
                next(one / part for one in folders if (one / part).is_file()) for part in parts
            ]
            names = [
                name
                for file in files
                for name in DECLARED.findall(file.read_text(encoding="utf-8"))
            ]
            assert len(names) == len(set(names)), bundle
