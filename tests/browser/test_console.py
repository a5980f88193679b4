"""A page loads in silence, from this site alone, with few requests."""

MISSING = "no-such-page/"
QUIET = "networkidle"  # what a script asks for after the page has loaded counts too


def test_the_console_is_silent(visitors, address, scheme):
    """No error, warning or message in the console; so nothing breaks the page's own CSP."""
    visitors.open(address, color_scheme=scheme).wait_for_load_state(QUIET)
    complaints = visitors.complaints
    if address.endswith(MISSING):
        # Chromium reports the status of the page itself, which is right.
        complaints = [said for said in complaints if "status of 404" not in said]
    assert not complaints


def test_nothing_is_asked_of_third_parties(visitors, site, address):
    """Every request goes to this site; fonts, scripts and counters of others are not asked for."""
    visitors.open(address).wait_for_load_state(QUIET)
    foreign = [url for url in visitors.requests if not url.startswith((site.home, "data:"))]
    assert not foreign


def test_a_cold_page_takes_at_most_four_requests(visitors, address):
    """The page, its style, its script and its icon: four requests on a first visit, or fewer."""
    visitors.open(address).wait_for_load_state(QUIET)
    assert len(visitors.requests) <= 4, "\n".join(visitors.requests)


def test_every_page_has_a_strict_policy(visitors, address):
    """The page forbids what it does not name, and no element carries a style of its own."""
    page = visitors.open(address)
    policy = page.locator("meta[http-equiv='Content-Security-Policy' i]").get_attribute("content")
    assert policy
    assert "default-src 'none'" in policy
    assert "unsafe-" not in policy
    assert page.locator("[style]").count() == 0


def test_pages_do_not_jump(visitors, address):
    """Nothing moves after it was painted: the cumulative layout shift is zero."""
    page = visitors.open(address, viewport={"width": 390, "height": 844})
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 100);
        })"""
    )
    assert shift == 0
