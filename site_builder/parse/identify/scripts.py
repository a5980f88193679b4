"""Which script a character is in, and which scripts a language is written in.

Names are ISO 15924's. The ranges are Unicode's blocks of letters, as in ``rules/scripts.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

LATIN, HAN, KANA = "Latn", "Hani", "Kana"

_RANGES: Final[Mapping[str, str]] = {
    LATIN: "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    HAN: "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    KANA: "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f",
    "Arab": "\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
    "\ufb50-\ufdff\ufe70-\ufefc",
    "Deva": "\u0900-\u0963\u0971-\u097f",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebr": "\u05d0-\u05f2",
    "Thai": "\u0e01-\u0e4e",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Laoo": "\u0e80-\u0eff",
    "Mymr": "\u1000-\u109f",
    "Geor": "\u10a0-\u10ff",
    "Armn": "\u0530-\u058f",
    "Ethi": "\u1200-\u139f",
    "Khmr": "\u1780-\u17ff",
}

_LANGUAGES: Final[Mapping[str, str]] = {
    "Cyrl": "ru uk be bg kk ky mk mn sr",
    "Arab": "ar fa ur ckb ps sd",
    "Deva": "hi mr ne",
    "Hang": "ko",
    "Grek": "el",
    "Hebr": "he",
    "Thai": "th",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Laoo": "lo",
    "Mymr": "my",
    "Geor": "ka",
    "Armn": "hy",
    "Ethi": "am",
    "Khmr": "km",
    HAN: "zh",
    KANA: "ja",
}
"""Script → its languages among the well-known ones; any other is written in Latin letters."""

_SCRIPT_OF: Final = {
    language: script for script, languages in _LANGUAGES.items() for language in languages.split()
}
_ALSO: Final[Mapping[str, str]] = {
    "ja": HAN,
    "ko": HAN,
    "sr": LATIN,
    "kk": LATIN,
    "uz": "Cyrl",
    "az": "Cyrl",
    "bs": "Cyrl",
    "sd": "Deva",
    "pa": "Arab",
}
"""Languages with a second script, whose texts rarely say which of the two they use."""
_SUBTAGS: Final = {**{name: name for name in _RANGES}, "Hans": HAN, "Hant": HAN}


@cache
def scripts_of(tag: str) -> frozenset[str]:
    """The scripts that a text with this BCP 47 tag is written in, the tag's own script first."""
    language, *rest = tag.split("-")
    for subtag in rest:
        script = _SUBTAGS.get(subtag.title())
        if script:
            return frozenset({script})
    own = _SCRIPT_OF.get(language, LATIN)
    return frozenset({own, _ALSO.get(language, own)})


def languages_in(script: str) -> tuple[str, ...]:
    """The well-known languages of a script; none for Latin, which has too many to list."""
    return tuple(_LANGUAGES.get(script, "").split())


@cache
def letters_in(scripts: frozenset[str]) -> re.Pattern[str]:
    """What finds one letter of any of the scripts."""
    return re.compile(f"[{''.join(_RANGES[script] for script in sorted(scripts))}]")


def letters_of(text: str) -> Counter[str]:
    """How many letters of each script are in a text; scripts without any are left out."""
    found = {name: len(letters.findall(text)) for name, letters in _letters().items()}
    return Counter({name: count for name, count in found.items() if count})


@cache
def _letters() -> Mapping[str, re.Pattern[str]]:
    return {name: letters_in(frozenset({name})) for name in _RANGES}
