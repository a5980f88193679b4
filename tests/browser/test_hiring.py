"""The hiring page in a browser: what is seen first, the filter, addresses, paper, every script."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.small_site import REPO, SmallSite

ZH = """\
在广州，或者远程。

## 技能与工具

* 5年以上：中文、英文、Java、算法（排序、图）
* 不到1年：大数据
* 自然语言：中文、英文、粤语
* 工具：Git、[PyTorch](../posts/2023-07-20-zhiwei-machine-learning-en.md#ai-work)、Python
* 一个名字特别特别特别特别特别特别特别特别长的分组：TensorFlowExtendedWithAVeryLongNameThatNeverEnds

## 求职要求

1. 在广州上班，或者远程。
2. 每天写代码。

## 联系方式

请给我写信。
"""
AR = """\
## المهارات والأدوات

* 5 سنوات أو أكثر: العربية، الإنجليزية، Java
* أقل من سنة: البيانات الضخمة
* اللغات: العربية، الإنجليزية
* الأدوات: Git، Python، C++

## المتطلبات

1. في الرياض أو عن بُعد.
2. العمل بلغة Python.

## تواصل معي

اكتب لي من فضلك.
"""
AR_FRONT = (
    "layout: hiring",
    "title: وظفني",
    "basics:",
    "  name: ليلى",
    "  label: مهندسة تعلّم آلي",
    "  email: layla@example.org",
    "  phone: +966 50 000 0000",
    "  obfuscate: true",
    "  profiles: [{network: GitHub, username: layla, url: https://github.com/layla}]",
    "availability: {status: open, updated: 2026-10-01}",
    "facts: [{label: المكان, value: الرياض}, {label: العمل, value: عن بُعد}]",
)
ZH_FRONT = (
    "layout: hiring",
    "title: 聘用我",
    "basics: {name: 志伟, label: 机器学习工程师, url: https://lzwjava.github.io}",
    "availability: {status: closed, updated: 2026-10-01}",
)
HIRES = pytest.mark.parametrize("hire", ["hire/", "es/hire/", "zh/hire/", "ar/hire/"])


@pytest.fixture(scope="module", params=["papel", "indice"])
def site(request, tmp_path_factory):
    """The hiring pages of this repository, one in Chinese and one in Arabic, in each theme."""
    root = tmp_path_factory.mktemp(request.param)
    made = SmallSite(
        root,
        url="https://example.org",
        languages="[en, es, zh, ar]",
        theme=request.param,
        nav="[archive, hire]",
    )
    shutil.copytree(REPO / "content/posts", root / "content/posts")
    for code in ("en", "es"):
        made.write(
            f"content/pages/hire-{code}.md",
            (REPO / f"content/pages/hire-{code}.md").read_text(encoding="utf-8"),
        )
    made.page("hire-zh", "translated: true", *ZH_FRONT, body=ZH)
    made.page("hire-ar", "translated: true", *AR_FRONT, body=AR)
    made.build()
    handler = functools.partial(Quiet, directory=str(made.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield SimpleNamespace(home=f"http://127.0.0.1:{server.server_port}/", output=made.output)
        server.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_said) -> None:
        """Not on the terminal."""


def bottom(page, selector: str) -> float:
    """Where an element ends, in pixels from the top of the page."""
    box = page.locator(selector).first.bounding_box()
    assert box, f"{selector} is not shown"
    return box["y"] + box["height"]


@pytest.mark.parametrize("hire", ["hire/", "es/hire/", "ar/hire/"])
def test_the_call_and_the_terms_are_seen_first(visitors, hire):
    """Within 700 px of a desktop; on a phone within two screens."""
    for width, height, most in ((1280, 700, 700), (390, 844, 2 * 844)):
        page = visitors.open(hire, viewport={"width": width, "height": height})
        assert bottom(page, ".btn.main") <= most
        assert bottom(page, ".facts") <= most


@HIRES
def test_the_call_is_repeated_at_the_end(visitors, hire):
    """Once at the top and once where the page ends; none where there is nobody to write to."""
    page = visitors.open(hire)
    calls = page.locator(".btn.main")
    hrefs = [call.get_attribute("href") for call in calls.all()]
    assert len(hrefs) == (0 if hire == "zh/hire/" else 2)
    assert len(set(hrefs)) <= 1


def test_the_filter_keeps_what_matches(visitors):
    """Chips without the word go, groups without chips go, the count is told, the address knows."""
    page = visitors.open("hire/")
    total = page.locator("[data-chips] li").count()
    page.fill("#Filter", "PYTH")
    shown = page.locator("[data-chips] li:visible")
    assert shown.all_inner_texts() == ["Python"]
    assert page.locator("[data-chips]:visible").count() == 1
    status = page.locator("[data-filter] output")
    assert status.get_attribute("aria-live") == "polite"
    assert status.inner_text() == f"Showing 1 of {total}"
    assert page.url.endswith("?q=PYTH")
    page.fill("#Filter", "no such skill")
    assert shown.count() == 0
    assert status.inner_text() == "Nothing found."
    page.press("#Filter", "Escape")
    assert page.input_value("#Filter") == ""
    assert shown.count() == total
    assert status.inner_text() == ""
    assert "?" not in page.url


def test_a_link_can_carry_the_filter(visitors):
    """`?q=python` shows one chip; accents and case do not count; Enter loads nothing anew."""
    page = visitors.open("es/hire/?q=algebra")
    assert page.locator("[data-chips] li:visible").all_inner_texts() == ["Álgebra lineal"]
    requests = len(visitors.requests)
    page.press("#Filter", "Enter")
    assert page.url.endswith("?q=algebra")
    assert len(visitors.requests) == requests


def test_without_scripts_nothing_is_missing_but_the_filter(visitors):
    """All chips, the addresses in words, no box that could do nothing."""
    page = visitors.open("hire/?q=python", java_script_enabled=False)
    assert page.locator("[data-chips] li:visible").count() > 100
    assert not page.locator("#Filter").is_visible()
    assert not page.locator("[data-print]").is_visible()


def test_an_address_is_kept_from_collectors_and_not_from_people(visitors, site):
    """In words without scripts, a link with them; whole in no file."""
    folder = site.output / "ar/hire"
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        assert "layla@example.org" not in text, file.name
        assert "+966 50" not in text, file.name
    bare = visitors.open("ar/hire/", java_script_enabled=False)
    assert "layla (آت) example.org" in bare.locator(".contact").inner_text()
    assert bare.locator(".btn.main").first.get_attribute("href") == "#Answer"
    page = visitors.open("ar/hire/")
    hrefs = [one.get_attribute("href") for one in page.locator("a[href^=mailto]").all()]
    assert hrefs == ["mailto:layla@example.org"] * 3
    assert page.locator("a[href^=tel]").get_attribute("href") == "tel:+966500000000"


def test_an_address_can_be_copied(visitors):
    """For who writes in another program: whole, however it is spelled in the file, and told so."""
    context = visitors.context(permissions=["clipboard-read", "clipboard-write"])
    page = visitors.open("ar/hire/", context)
    button = page.locator("[data-copy-email]")
    assert button.get_attribute("aria-live") == "polite"
    button.click()
    expect(button).to_have_text("نُسخ")
    assert page.evaluate("navigator.clipboard.readText()") == "layla@example.org"
    bare = visitors.open("ar/hire/", java_script_enabled=False)
    assert not bare.locator("[data-copy-email]").is_visible()
    assert not visitors.open("hire/").locator("[data-copy-email]").count()


def test_evidence_is_a_link_that_looks_like_one(visitors):
    """The word leads to the post, and differs from words that lead nowhere by its line."""
    page = visitors.open("zh/hire/")
    chip = page.locator(".chips a", has_text="PyTorch")
    assert chip.get_attribute("href") == "/zhiwei-machine-learning/#ai-work"
    assert "underline" in chip.evaluate("e => getComputedStyle(e).textDecorationLine")


@HIRES
def test_a_hiring_page_costs_four_requests_and_no_complaint(visitors, hire):
    """Page, style, script, icon; the console is silent."""
    visitors.open(hire).wait_for_timeout(100)
    assert len(visitors.requests) <= 4, visitors.requests
    assert visitors.complaints == []


@pytest.mark.parametrize(("day", "stands_out"), [("2023-08-01", True), ("2024-01-01", False)])
def test_an_old_offer_does_not_stand_out(visitors, day, stands_out):
    """What was last confirmed over 90 days ago is told in the colour of the words around it."""
    context = visitors.context()
    context.clock.set_fixed_time(day)
    page = visitors.open("hire/", context)
    offer = page.locator(".open b")
    expect(offer).to_be_visible()
    colours = "e => [e, e.parentNode].map((one) => getComputedStyle(one).color)"
    own, around = offer.evaluate(colours)
    assert (own != around) == stands_out
    assert "July 20, 2023" in page.locator(".open").inner_text()


@HIRES
def test_nothing_is_wider_than_the_smallest_screen(visitors, hire):
    """At 320 px no word, however long, makes the page scroll sideways."""
    page = visitors.open(hire, viewport={"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@HIRES
def test_axe_finds_nothing_in_any_script(visitors, axe_source, hire, scheme):
    """Chinese, Arabic from right to left, light and dark, targets large enough."""
    page = visitors.open(hire, color_scheme=scheme)
    page.evaluate(axe_source)
    found = page.evaluate(
        "axe.run({rules: {'target-size': {enabled: true}}}).then(r => r.violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | ')))"
    )
    assert found == []


@HIRES
def test_the_page_prints_on_two_sheets(visitors, hire):
    """A4, in each theme; addresses that matter on paper are spelled out."""
    page = visitors.open(hire)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= 2


@HIRES
def test_no_item_is_torn_between_sheets(visitors, hire):
    """A band, a group, a requirement, a work or an idea stays whole, a heading stays with it."""
    page = visitors.open(hire)
    page.emulate_media(media="print")
    torn = page.evaluate(
        "[...document.querySelectorAll('.points > li, .bands > div, .facts > div')]"
        ".filter(e => getComputedStyle(e).breakInside !== 'avoid').length"
    )
    assert torn == 0
    alone = page.evaluate(
        "[...document.querySelectorAll('article h2, article h3, .bands dt')]"
        ".filter(e => getComputedStyle(e).breakAfter !== 'avoid').length"
    )
    assert alone == 0


def test_words_without_a_link_are_spelled_on_paper(visitors):
    """The chips become one line of words with commas between them."""
    page = visitors.open("hire/")
    page.emulate_media(media="print")
    comma = (
        page.locator(".chips li").nth(1).evaluate("e => getComputedStyle(e, '::before').content")
    )
    assert comma.startswith('", "')


def test_every_address_is_spelled_once_on_paper(visitors):
    """Behind the words of a link, and not behind one that is its own address."""
    page = visitors.open("hire/")
    page.emulate_media(media="print")
    spelled = {
        link.get_attribute("href"): link.evaluate("e => getComputedStyle(e, '::after').content")
        for link in page.locator(".points a").all()
    }
    assert spelled["https://lzwjava.github.io/zen-neural"] == "none"
    name = page.locator(".points h3 a").first
    shown = name.evaluate("e => getComputedStyle(e, '::after').content")
    assert name.get_attribute("href") in shown
    assert "https://github.com/lzwjava" in page.locator(".contact [rel=me]").evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
