"""One visit to each page, in every theme, asks whether it keeps all that a page promises.

The visits are the slow part, so one of them answers many questions; what a page does not keep is
told together.
"""

from collections.abc import Iterator

from playwright.sync_api import Page

MISSING = "no-such-page/"
QUIET = "networkidle"  # what a script asks for after the page has loaded counts too
SMALL = {"width": 390, "height": 844}
MOST_REQUESTS = 4
"""The page, its style, its script and its icon."""
AXE = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
            "best-practice",
        ],
    },
    # Off by default in axe-core; we promise targets of 24 px and more.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What moves inside of the browser's own player, whose parts have no name for a page, is not ours.
SHIFT = """() => new Promise(done => {
  const moved = [];
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      for (const { node, previousRect, currentRect } of entry.sources)
        if (node) moved.push(`by ${entry.value} at ${Math.round(entry.startTime)} ms, ` +
          `${(node.outerHTML ?? node.textContent).slice(0, 80)} from ` +
          `${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`);
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(moved), 100);
})"""
# What sticks out of the page to either side, unless a box of its own scrolls or hides it.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const held = (e) => {
    for (let p = e.parentElement; p && p !== document.documentElement; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible' && p !== document.body) return true;
    return false;
  };
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getClientRects().length && !held(e))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.right > width + 1 || box.left < -1))
    .slice(0, 8)
    .map(([e, box]) => `<${e.tagName.toLowerCase()} class="${e.className}"> ` +
      `${Math.round(box.left)}..${Math.round(box.right)}: ${e.textContent.trim().slice(0, 40)}`);
}"""


def test_a_page_of_our_own_keeps_its_promises(visitors, site, axe_source, address):
    """The real content of this repository, in the theme it has chosen."""
    page = visitors.open(address, viewport=SMALL)
    broken = [*network(visitors, site, page, address), *looks(page, axe_source)]
    assert not broken, "\n".join(broken)


def test_a_page_of_nine_languages_keeps_its_promises(guests, nine, axe_source, place):
    """English, Spanish, Chinese and Arabic, in both themes: code, formulas, long titles, lists."""
    page = guests.open(place, viewport=SMALL)
    broken = [*network(guests, nine, page, place), *looks(page, axe_source)]
    assert not broken, "\n".join(broken)


def network(visitors, site, page: Page, address: str) -> Iterator[str]:
    """Silence, no third parties, few requests, a strict policy, no jump."""
    page.wait_for_load_state(QUIET)
    for said in visitors.complaints:
        # Chromium reports the status of the page itself, which is right.
        if not (address.endswith(MISSING) and "status of 404" in said):
            yield f"the console is not silent: {said}"
    foreign = [url for url in visitors.requests if not url.startswith((site.home, "data:"))]
    yield from (f"asked of a third party: {url}" for url in foreign)
    frame = [url for url in visitors.requests if "/posts/" not in url]
    if len(frame) > MOST_REQUESTS:
        yield f"{len(frame)} requests besides the author's pictures: {frame}"
    policy = page.locator("meta[http-equiv='Content-Security-Policy' i]").get_attribute("content")
    if "default-src 'none'" not in (policy or "") or "unsafe-" in policy:
        yield f"the policy is not strict: {policy}"
    if page.locator("[style]").count():
        yield "an element carries a style of its own"
    for moved in page.evaluate(SHIFT):
        yield f"the page jumped after it was painted: {moved}"


def looks(page: Page, axe_source: str) -> Iterator[str]:
    """Axe in light on a small screen and in dark on a large one; nothing scrolls sideways."""
    page.evaluate(axe_source)
    yield from violations(page, "light, 390 px")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="dark")
    yield from violations(page, "dark, 1280 px")
    # WCAG 1.4.10, then 1.4.4.
    page.set_viewport_size({"width": 320, "height": 640})
    yield from sticking_out(page, "at 320 px")
    page.set_viewport_size({"width": 640, "height": 640})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    yield from sticking_out(page, "with text at 200 %")


def violations(page: Page, when: str) -> Iterator[str]:
    for violation in page.evaluate("options => axe.run(document, options)", AXE)["violations"]:
        yield f"axe, {when}: {violation['id']}: {violation['help']}"
        for node in violation["nodes"][:5]:
            yield f"    {node['target']}: {' '.join(node['failureSummary'].split())}"


def sticking_out(page: Page, when: str) -> Iterator[str]:
    size = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    wide, given = page.evaluate(size)
    if wide > given:
        yield f"the page scrolls sideways {when}: {wide} px in {given}"
        yield from (f"    {one}" for one in page.evaluate(STICKING_OUT))


def test_what_opens_is_as_good_as_the_page(guests, axe_source):
    """Menus, contents and the list of keys, unfolded on a narrow screen, pass axe and fit in."""
    page = guests.open("small-network/", viewport={"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate(axe_source)
    broken = [*violations(page, "unfolded"), *sticking_out(page, "unfolded")]
    page.click("[data-keys-open]")
    broken += [*violations(page, "with the keys"), *sticking_out(page, "with the keys")]
    assert not broken, "\n".join(broken)
