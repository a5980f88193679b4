"""What a build was about, in numbers: posts of each language, pages, feeds, translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.model.ledger import State
from site_builder.model.route import FEEDS, Form
from site_builder.report.search import search_lines

if TYPE_CHECKING:
    from site_builder.build.request import Prepared


def summary_lines(prepared: Prepared, search_seconds: float, *, writes: bool) -> list[str]:
    """The lines before a build, or a check that ``writes`` nothing, says how it ended."""
    site, config, plan = prepared.site, prepared.config, prepared.plan
    posts = " · ".join(f"{code} {len(found)}" for code, found in site.posts.items())
    pages = sum(map(len, site.pages.values())) + len(site.home_texts)
    hiring = sum(route.form is Form.RESUME for route in plan.routes)
    feeds = sum(route.form in FEEDS for route in plan.routes)
    found = sum(route.in_sitemap for route in plan.routes)
    states = prepared.count_states()
    counted = ", ".join(f"{states[one]} {one.value}" for one in State if states[one])
    if states[State.STALE]:
        counted += " (site-builder status says which)"
    left_out = sum(not (one.appears or one.is_unread) for one in site.hidden.values())
    title = config.title[config.default_language]
    return [
        f" Building {title}  (content/ → output/)" if writes else f" Checking {title}  (content/)",
        f"   posts {sum(map(len, site.posts.values())):>5}   {posts}"
        + (f"   translations {counted}" if counted else ""),
        f"   pages {pages:>5}"
        + (f"   hiring page in {hiring} language{'s' * (hiring != 1)}" if hiring else "")
        + (f"   {left_out} text{'s' * (left_out != 1)} not public yet" if left_out else ""),
        f"   feeds {feeds:>5}   sitemap {found} URLs",
        *search_lines(prepared, search_seconds),
    ]
