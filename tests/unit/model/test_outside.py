"""What the rest of a site can know of a text is all that the rest of a site is made from."""

from collections.abc import Iterable
from dataclasses import fields, replace

import pytest

from site_builder.assemble.site import assemble
from site_builder.checks.run import run_checks
from site_builder.model.bodies import bodies, with_body
from site_builder.model.body import CodeBlock, Counts, ForeignText
from site_builder.model.document import Document
from site_builder.model.gate import Gate
from site_builder.model.outside import outside
from site_builder.model.route import Form, Plan
from site_builder.model.source import Kind, Source, Stat
from site_builder.model.view import TextView
from site_builder.plan.routes import plan_routes
from site_builder.problems import Problem
from tests.drawing import NOW, THEME, EchoPhrases, config_of, documents_of

SITE = """
posts
  2023-01-01-a-en  title=A tags=x,y image=true audio=true body="## H\\n\\n[b](2023-01-02-b-en.md#h)"
  2023-01-01-a-es  translated title=B body="## H\\n\\n## I\\n\\n## J\\n\\n[b](2023-01-02-b-en.md)"
  2023-01-02-b-en  series=s body="## H\\n\\n![p](p.jpg)\\n\\n[gone](gone.md) [no](#no)"
  2023-01-03-c-en  series=s draft
  2023-01-04-d-es  description=D body="Text.\\n\\n```python\\nx = 1\\n```"
pages
  about-en         description=D body="<script>alert(1)</script>"
  index-en
  hire-en          layout=hiring
"""


def _planned(documents: Iterable[Document], policy: str) -> tuple[Plan, list[Problem]]:
    config = config_of(f"missing_translations: {policy}\nsearch: false")
    stat = Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1)
    static = [
        Source(path=f"static/{name}", kind=Kind.STATIC, stat=stat)
        for name in ("2023-01-01-a.mp3", "assets/images/2023-01-01-a.jpg")
    ]
    site = assemble(documents, static, config, Gate(now=NOW))
    assert site.value is not None
    phrases = {language.code: EchoPhrases() for language in config.languages}
    plan = plan_routes(site.value, config, THEME, phrases)
    assert plan.value is not None
    found = [*site.problems, *plan.problems, *run_checks(site.value, plan.value)]
    return plan.value, found


def _without_bodies(plan: Plan) -> dict[str, object]:
    """Every View, but for which body it carries and how long that takes to read."""
    views = {}
    for route in plan.routes:
        view = route.view
        for digest in {body.digest for body in bodies(view)}:
            view = with_body(view, digest, "some body")
        if isinstance(view, TextView):
            view = replace(view, minutes=0)
        views[route.output] = (route.template, route.in_sitemap, route.modified, view)
    return views


@pytest.mark.parametrize("policy", ["hide", "link", "show"])
def test_nothing_else_is_planned_or_checked_from_more(policy: str) -> None:
    """The same pages, views and complaints; only bodies, minutes and lines are others."""
    documents = documents_of(SITE)
    plan, found = _planned(documents, policy)
    other, found_then = _planned(map(outside, documents), policy)
    assert _without_bodies(other) == _without_bodies(plan)
    assert [copy.output for copy in other.copies] == [copy.output for copy in plan.copies]
    assert {"link-missing", "bad-anchor"} <= {one.code for one in found}
    assert sorted((one.code, one.message) for one in found_then) == sorted(
        (one.code, one.message) for one in found
    )
    assert any(route.form is Form.ATOM for route in plan.routes)


def test_all_that_others_see_is_outside() -> None:
    """Another title, excerpt, link or anchor is another text; another line or word count is not."""
    document = next(one for one in documents_of(SITE) if one.references and one.headings)
    same = {
        "digest": "x",
        "body_digest": "x",
        "words_digest": "x",
        "text_digest": "x",
        "headings": tuple(replace(one, line=99) for one in document.headings),
        "references": tuple(replace(one, line=9, column=9) for one in document.references),
        "counts": Counts(images=document.counts.images, words=999),
        "code_blocks": (CodeBlock(line=1, digest="x"),),
        "foreign": (ForeignText(line=1, language="de", is_whole=True),),
    }
    assert outside(replace(document, **same)) == outside(document)
    described = replace(document, meta=replace(document.meta, description="About it."))
    assert outside(replace(described, excerpt="x")) == outside(described)
    others = {
        "excerpt": "x",
        "headings": tuple(replace(one, text="x") for one in document.headings),
        "references": tuple(replace(one, target="x") for one in document.references),
        "counts": Counts(images=document.counts.images + 1),
        "anchors": ("x",),
        "meta": replace(document.meta, title=replace(document.meta.title, value="x")),
        "words_digest": "",
        "remote_hosts": (("img-src", "example.net"),),
        "inline_scripts": ("x",),
        "uses_inline_style": not document.uses_inline_style,
        "name": replace(document.name, slug="x"),
        "path": "x",
        "kind": Kind.PAGE,
    }
    known = {one.name for one in fields(document)}
    assert same.keys() | others.keys() | {"profile"} == known
    for name, value in others.items():
        assert outside(replace(document, **{name: value})) != outside(document), name
