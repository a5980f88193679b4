"""``layout: hiring``: front matter and Markdown → the Profile of one person, in one language.

Both ways to write the page are equal and may be mixed. What front matter lists goes first, in the
order of ``LISTS``; then the Markdown in its own order; the ways to answer stand where the text
speaks of contact, else at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.model.body import Body, MarkdownSettings, Reference
from site_builder.model.hiring import LISTS, Basics, Block, Profile, RichText, Section
from site_builder.parse.hiring_keys import Opening, Typed, read_keys
from site_builder.parse.hiring_markdown import Written, evidence_of, read_pieces
from site_builder.parse.hiring_privacy import disclosures
from site_builder.parse.pieces import Piece
from site_builder.problems import Outcome
from site_builder.strict_yaml import MappingNode

CONTACT = "contact"


def read_profile(
    keys: MappingNode,
    body: Body,
    pieces: Sequence[Piece],
    *,
    path: str,
    settings: MarkdownSettings,
) -> Outcome[tuple[Profile, tuple[Reference, ...]]]:
    """Read the page ``path``; the references of its front matter go on from those of its body.

    Problems: those of :func:`~site_builder.parse.hiring_keys.read_keys`; after an error there is
    no value.
    """
    outcome = read_keys(keys, path=path, settings=settings, first_slot=len(body.references))
    typed = outcome.value
    if typed is None:
        return Outcome(value=None, problems=outcome.problems)
    known = typed.profile
    taken = [name for name in LISTS if getattr(known, name)]
    written = read_pieces(pieces, path=path, references=body.references, taken=taken)
    profile = replace(
        known,
        skills=known.skills or tuple(written.skills),
        tools=known.tools or tuple(written.tools),
        requirements=known.requirements or tuple(written.requirements),
        projects=known.projects or tuple(written.projects),
        ideas=known.ideas or tuple(written.ideas),
        sections=tuple(_sections(typed, written)),
        evidence=evidence_of(known.evidence, written.evidence),
        places={**known.places, **written.places},
    )
    profile = replace(profile, disclosures=tuple(disclosures(profile, pieces, path)))
    return Outcome(value=(profile, typed.references), problems=outcome.problems)


def _sections(typed: Typed, written: Written) -> Iterator[Section]:
    for name in LISTS:
        entries = getattr(typed.profile, name)
        opening = typed.openings.get(name, Opening())
        blocks = [*_intro(opening)]
        if entries:
            blocks.append(Block(kind=name, end=len(entries)))
        if blocks:
            yield Section(role=name, heading=opening.heading, blocks=tuple(blocks))
    opening = typed.openings.get(CONTACT, Opening())
    ways = [Block(kind="contact")] if _is_reachable(typed.profile.basics) else []
    if _is_letter(written.sections):
        words = [block for section in written.sections for block in section.blocks]
        yield from _contact(opening, [*_intro(opening), *words, *ways])
        return
    at = _last_contact(written.sections)
    if opening == Opening() and at is not None:
        there = written.sections[at]
        yield from written.sections[:at]
        yield replace(there, blocks=(*there.blocks, *ways))
        yield from written.sections[at + 1 :]
        return
    yield from written.sections
    yield from _contact(opening, [*_intro(opening), *ways])


def _contact(opening: Opening, blocks: Sequence[Block]) -> Iterator[Section]:
    if blocks:
        yield Section(role=CONTACT, heading=opening.heading, blocks=tuple(blocks))


def _intro(opening: Opening) -> Iterator[Block]:
    if opening.intro:
        html = f"<p>{opening.intro.html}</p>"
        yield Block(kind="prose", text=RichText(html=html, text=opening.intro.text))


def _is_letter(sections: Sequence[Section]) -> bool:
    """Whether the Markdown is a few closing words: no heading, no list of ours."""
    return all(
        not section.title and all(block.kind == "prose" for block in section.blocks)
        for section in sections
    )


def _last_contact(sections: Sequence[Section]) -> int | None:
    found = [number for number, section in enumerate(sections) if section.role == CONTACT]
    return found[-1] if found else None


def _is_reachable(basics: Basics) -> bool:
    return bool(basics.email or basics.phone or basics.url or basics.profiles)
