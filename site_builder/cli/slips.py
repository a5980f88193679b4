"""Words that no command knows, answered with the one that was probably meant.

site-builder stats                stats is not a command; did you mean status?
site-builder deploy --dryrun      --dryrun is not an option; did you mean --dry-run?
site-builder new Post "A walk"    Post is not a kind of text; did you mean post?
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from site_builder.model.words import did_you_mean
from site_builder.patterns import late

_OPTION = late(r"--[a-z-]+")


class Parser(argparse.ArgumentParser):
    """argparse's, which says itself only that a word is wrong."""

    commands: Mapping[str, Parser] = MappingProxyType({})
    """Name → what may be typed after it."""

    def read(
        self, words: Sequence[str], namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """Read the words of a whole command; ends the program with 2 for one that is none."""
        first = words[0] if words else "-"
        if not first.startswith("-") and first not in self.commands:
            self.error(_not_one_of(first, "a command", self.commands))
        options, unknown = self.parse_known_args(words, namespace)
        if unknown:
            self.commands[first].unknown(unknown)
        return options

    def unknown(self, words: Sequence[str]) -> None:
        """Say what is wrong with the first of ``words``, options before others."""
        word = next((word for word in words if word.startswith("-")), "").partition("=")[0]
        if not word:
            self.error(f"{words[0]} has no meaning here")
        # Of the hyphens that all of them begin with, none says what was meant.
        options = _OPTION.findall(self.format_usage())
        by_name = {option.lstrip("-"): option for option in options}
        meant = did_you_mean(word.lstrip("-"), by_name)
        hint = f"did you mean {by_name[meant]}?" if meant else "--help shows all there are"
        self.error(f"{word} is not an option of {self.prog}; {hint}")


def one_of(known: Sequence[str], what: str) -> Callable[[str], str]:
    """A type of argument: one of ``known``, each of which is ``what``."""

    def read(word: str) -> str:
        if word not in known:
            raise argparse.ArgumentTypeError(_not_one_of(word, what, known))
        return word

    return read


def _not_one_of(word: str, what: str, known: Iterable[str]) -> str:
    meant = did_you_mean(word, known)
    hint = f"did you mean {meant}?" if meant else f"write one of {', '.join(known)}"
    return f"{word} is not {what}; {hint}"
