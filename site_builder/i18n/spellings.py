"""The spellings of a site's languages: made from CLDR once, kept, and recalled.

    site_builder/i18n/spellings.json    {"source": "1", "spellings": {"ar": …, "de": …}}
    .site_builder/spellings.json        {"source": …, "spellings": {"es": …, "pt": …}}

The first comes with the builder, for the languages that it has phrases in: such a site needs no
Babel, and its dates do not change with another one. The second is made for a site with any other
language; where it is damaged, or from another Babel, it is made anew. It is JSON: a cache that was
restored from elsewhere must not be able to run code.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from site_builder.i18n import cldr
from site_builder.i18n.spelling import PERIOD, Spelling

_FORMAT: Final = 1
"""Raised when the data change."""
_NAME: Final = "spellings.json"
SHIPPED: Final = Path(__file__).with_name(_NAME)
_STYLES: Final[tuple[cldr.DateStyle, ...]] = ("long", "medium", "month", "year")
_PROBES: Final = ((1999, 1), (2026, 7), (2031, 30))
"""Years and days with which a pattern is put to the test."""
_LONGEST_LIST: Final = 12


def spellings(folder: Path, tags: Iterable[str]) -> Mapping[str, Spelling]:
    """Recall the spelling of each language of a site, or make and keep them.

    ``folder`` is that of the memory; ``tags`` are BCP 47. A disk that does not take the file costs
    time only.
    """
    wanted = sorted(set(tags))
    shipped = _recalled(SHIPPED, str(_FORMAT))
    if _says_all(shipped, wanted):
        return shipped
    source = _source()
    known = _recalled(folder / _NAME, source)
    if _says_all(known, wanted):
        return known
    made = {tag: spelling_of(tag, wanted) for tag in wanted}
    _keep(folder / _NAME, source, made)
    return made


def shipped_text(tags: Sequence[str]) -> str:
    """What the file has to say that comes with the builder, a language a line."""
    made = {tag: _spelled(asdict(spelling_of(tag, tags))) for tag in tags}
    lines = ",\n".join(f'"{tag}":{one}' for tag, one in made.items())
    return f'{{"source":"{_FORMAT}","spellings":{{\n{lines}\n}}}}\n'


def _says_all(known: Mapping[str, Spelling], wanted: Iterable[str]) -> bool:
    """Whether each of these languages is there, with the names of all of them."""
    return all(tag in known and known[tag].names.keys() >= set(wanted) for tag in wanted)


def spelling_of(tag: str, names: Iterable[str] = ()) -> Spelling:
    """Make the spelling of a language from CLDR; ``names`` are tags of languages to name."""
    dates = {style: _months(tag, style) for style in _STYLES}
    return Spelling(
        dates={style: months for style, months in dates.items() if months},
        numbers=_numbers(tag),
        plurals=[cldr.plural_category(number, tag) for number in range(2 * PERIOD)],
        lists=[cldr.format_list(["\0"] * count, tag) for count in range(2, _LONGEST_LIST)],
        names={name: cldr.language_name(name, tag) for name in names},
    )


def _months(tag: str, style: cldr.DateStyle) -> list[str]:
    """The pattern of each month; none where a pattern does not give what CLDR gives."""
    patterns = []
    for month in range(1, 13):
        sample = cldr.format_date(f"2987-{month:02}-23", tag, style)
        patterns.append(sample.replace("2987", "{y}").replace("23", "{d}"))
    trial = Spelling(dates={style: patterns}, numbers=(), plurals=(), lists=(), names={})
    days = [date(year, month, min(day, 28)) for year, day in _PROBES for month in range(1, 13)]
    is_sound = all(
        trial.date(day, style) == cldr.format_date(day.isoformat(), tag, style) for day in days
    )
    return patterns if is_sound else []


def _numbers(tag: str) -> list[str]:
    """The pattern of each number of digits; none where they do not give what CLDR gives."""
    patterns = []
    for count in range(1, 7):
        sample = cldr.format_number(int("123456"[:count]), tag)
        patterns.append("".join("#" if mark.isdigit() else mark for mark in sample))
    trial = Spelling(dates={}, numbers=patterns, plurals=(), lists=(), names={})
    probes = [int("970835"[:count]) for count in range(1, 7)]
    is_sound = all(trial.number(probe) == cldr.format_number(probe, tag) for probe in probes)
    return patterns if is_sound else []


def _source() -> str:
    """What the data are made from: changes when another Babel is installed."""
    found = find_spec("babel")
    origin = (found and found.origin) or ""
    stat = Path(origin).stat() if origin else None
    return f"{_FORMAT} {origin} {stat and (stat.st_mtime_ns, stat.st_size)}"


def _recalled(path: Path, source: str) -> dict[str, Spelling]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["source"] != source:
            return {}
        return {tag: Spelling(**one) for tag, one in kept["spellings"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _keep(path: Path, source: str, made: Mapping[str, Spelling]) -> None:
    kept = {"source": source, "spellings": {tag: asdict(one) for tag, one in made.items()}}
    # Two workers may do this at once; each moves a whole file into place.
    part = path.with_name(f"{_NAME}.{os.getpid()}")
    try:
        part.write_text(_spelled(kept), encoding="utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)


def _spelled(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
