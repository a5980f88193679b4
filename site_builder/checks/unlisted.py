"""Names that end in a language which the site does not list, beside a text without that ending."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.language import KNOWN
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Place, Problem

_WORDS = frozenset(word for known in KNOWN for word in (known.code, *known.aliases))


def check_unlisted(site: Site, plan: Plan) -> Iterable[Problem]:  # noqa: ARG001 because the Protocol asks for it
    """Warn of ``hello-fr`` beside ``hello`` where French is not listed: ``unlisted-language``.

    Without such a text beside it the ending is a word of the name, as in ``what-is-it``.
    """
    parted = ((work, *work.key.rpartition("-")[::2]) for work in site.works)
    ending = [one for one in parted if one[2] in _WORDS and one[2] not in site.posts]
    if not ending:
        return
    keys = {work.key for work in site.works}
    for work, rest, word in ending:
        if rest in keys:
            yield Problem(
                code="unlisted-language",
                message=f'"-{word}" names no language of this site, so this is a text of its own',
                place=Place(path=work.lead.path),
                hint=f"add {word} to languages in site.yml, or give it another name",
            )
