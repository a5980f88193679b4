"""Real texts in nine languages: what an author marked is what a reader of each finds.

tests/sites/nine_kitchens is built by the real command. What the heads of such a site promise,
test_nine_languages.py asks of a smaller one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.built import REPO, SITE_URL, BuiltSite, build_site

TAGS: Final = {
    "en": "en",
    "zh": "zh-Hans",
    "ja": "ja",
    "es": "es",
    "hi": "hi",
    "fr": "fr",
    "de": "de",
    "ar": "ar",
    "hant": "zh-Hant",
}
PLACES: Final = ("bread/", "window/", "about/", "", "archive/")
BOLD: Final = {
    "en": ["nothing else is needed.", "cover the bowl", "“Warm bread cuts badly”,"],
    "zh": ["别的都不需要。", "盖上碗，", "“热面包切不好”"],
    "ja": ["ほかには何も要りません。", "「ふたをして」", "「温かいパンはうまく切れない」"],
    "es": ["no hace falta nada más.", "tapa el cuenco", "«El pan caliente se corta mal»"],
    "hi": ["बस, और कुछ नहीं चाहिए।", "कटोरा ढक दें", "“गरम ब्रेड ठीक से नहीं कटती”"],
    "fr": ["rien d’autre.", "couvrez le saladier", "«\u202fLe pain chaud se coupe mal\u202f»"],
    "de": [
        "mehr braucht es nicht.",
        "die Schüssel abdecken",
        "„Warmes Brot schneidet sich schlecht“",
    ],
    "ar": ["«لا حاجة إلى شيء آخر».", "وغطِّ الوعاء،", "«الخبز الساخن لا يُقطع جيدًا»"],
    "hant": ["別的都不需要。", "蓋上碗，", "「熱麵包切不好」"],
}
IDS: Final = {
    "en": ["what-you-need", "the-sum-for-any-loaf", "in-four-steps"],
    "zh": ["需要什么", "任何面包的算法", "分四步做"],
    "ja": ["必要なもの", "どんなパンにも使える計算", "四つの手順"],
    "es": ["qué-se-necesita", "la-cuenta-para-cualquier-pan", "en-cuatro-pasos"],
    "hi": ["क्या-क्या-चाहिए", "किसी-भी-ब्रेड-का-हिसाब", "चार-चरणों-में"],
    "fr": ["ce-quil-faut", "le-calcul-pour-nimporte-quel-pain", "en-quatre-étapes"],
    "de": ["was-man-braucht", "die-rechnung-für-jedes-brot", "in-vier-schritten"],
    "ar": ["ما-تحتاج-إليه", "حساب-أي-رغيف", "في-أربع-خطوات"],
    "hant": ["需要什麼", "任何麵包的算法", "分四步做"],
}


@pytest.fixture(scope="module")
def kitchens(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The finished site."""
    return build_site(REPO / "tests/sites/nine_kitchens", tmp_path_factory.mktemp("kitchens"))


def _page(site: BuiltSite, code: str, place: str = "bread/") -> LexborHTMLParser:
    home = "" if code == "en" else f"{code}/"
    return LexborHTMLParser((site.folder / home / place / "index.html").read_text(encoding="utf-8"))


def test_it_builds_without_a_word_of_warning(tmp_path: Path) -> None:
    """Every warning would be an error, and nothing is said."""
    command = [sys.executable, "-m", "site_builder", "build", "--strict", "--quiet"]
    command += ["--root", str(REPO / "tests/sites/nine_kitchens")]
    root = tmp_path / "site"
    shutil.copytree(command[-1], root)
    done = subprocess.run([*command[:-1], str(root)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("code", TAGS)
def test_every_kind_of_page_has_nine_alternates_and_a_default(
    kitchens: BuiltSite, code: str, place: str
) -> None:
    """Each in its tag, absolute, itself among them; ``zh-Hant`` is never called ``hant``."""
    page = _page(kitchens, code, place)
    alternates = {
        link.attributes["hreflang"]: unquote(link.attributes["href"] or "")
        for link in page.css("link[rel=alternate][hreflang]")
    }
    expected = {
        tag: f"{SITE_URL}{'' if other == 'en' else f'{other}/'}{place}"
        for other, tag in TAGS.items()
    }
    assert alternates == expected | {"x-default": f"{SITE_URL}{place}"}


@pytest.mark.parametrize("code", TAGS)
def test_what_is_bold_is_bold_beside_every_mark(kitchens: BuiltSite, code: str) -> None:
    """Full-width and Arabic marks, dandas, corner brackets and guillemets; no star is left over."""
    page = _page(kitchens, code)
    assert [strong.text() for strong in page.css("article strong")] == BOLD[code]
    article = page.css_first("article")
    assert article is not None
    assert "**" not in article.text()


@pytest.mark.parametrize("code", TAGS)
def test_ids_of_headings_keep_every_letter_and_mark(kitchens: BuiltSite, code: str) -> None:
    """And the link of the other post arrives at them."""
    ids = [heading.attributes.get("id") for heading in _page(kitchens, code).css("article h2[id]")]
    assert [one for one in ids if one in IDS[code]] == IDS[code]
    (link,) = _page(kitchens, code, "window/").css("article a[href*='bread/#']")
    assert unquote(link.attributes["href"] or "").endswith(f"bread/#{IDS[code][1]}")


@pytest.mark.parametrize("code", TAGS)
def test_all_parts_of_the_text_are_there(kitchens: BuiltSite, code: str) -> None:
    """A table, coloured code, four steps and a note, in every language."""
    page = _page(kitchens, code)
    parts = ("table tbody tr", "pre code", "article h2 ~ ol > li", "section.footnotes li")
    assert [len(page.css(part)) for part in parts] == [4, 1, 4, 1]
