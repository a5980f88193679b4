"""axe-core finds nothing to say against any judged page, in light and in dark."""

OPTIONS = {
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


def told(violation) -> str:
    places = [
        f"    {node['target']}: {' '.join(node['failureSummary'].split())}"
        for node in violation["nodes"][:5]
    ]
    return "\n".join([f"{violation['id']}: {violation['help']}", *places])


def test_axe_finds_no_violation(visitors, axe_source, address, scheme):
    """No rule of WCAG 2.2 AA and of good practice is broken, with targets large enough to touch."""
    page = visitors.open(address, color_scheme=scheme)
    page.evaluate(axe_source)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)
    assert not found["violations"], "\n" + "\n".join(map(told, found["violations"]))


def test_axe_finds_no_violation_in_the_open_menu(visitors, axe_source, scheme):
    """The language menu and the contents, unfolded on a narrow screen, are as good as the page."""
    viewport = {"width": 390, "height": 844}
    page = visitors.open("zhiwei-machine-learning/", color_scheme=scheme, viewport=viewport)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate(axe_source)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)
    assert not found["violations"], "\n" + "\n".join(map(told, found["violations"]))
