"""The languages of a site: what they are called in file names, in HTML and by their own readers.

A site needs only to list the codes of well-known languages; everything else about them stands in
:data:`KNOWN`, and ``site.yml`` may change any of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from site_builder.frozen import dataclass
from site_builder.model.words import did_you_mean

Direction: TypeAlias = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One written language of a site."""

    code: str
    """Lower case, as authors put it in file names, front matter and addresses: ``es``, ``hant``."""
    tag: str
    """The BCP 47 tag for ``lang``, ``hreflang`` and the spelling of dates: ``es``, ``zh-Hant``."""
    name: str
    """What its readers call it, in its own script and written as in a menu: ``Español``."""
    direction: Direction = "ltr"
    """Which way its script runs (the value of HTML's ``dir``)."""
    aliases: tuple[str, ...] = ()
    """Other words, in lower case, that mean this language: ``cn`` for ``zh``."""


def known_language(code: str) -> Language | None:
    """Find a well-known language by code, tag or alias, in any case; None when there is none.

    ``zh_CN`` is found as ``zh-CN`` is.
    """
    return _BY_WORD.get(code.lower().replace("_", "-"))


def language_hint(word: str, codes: Sequence[str]) -> str:
    """What to do about a word that is none of a site's languages, which have these ``codes``."""
    if known_language(word):
        return f"add {word.lower()} to languages in site.yml"
    meant = did_you_mean(word, codes)
    return (
        f'did you mean "{meant}"?' if meant else "write one of these, or add a language in site.yml"
    )


def _left(code: str, name: str, *aliases: str, tag: str = "") -> Language:
    return Language(code=code, tag=tag or code, name=name, aliases=aliases)


def _right(code: str, name: str, *aliases: str) -> Language:
    return Language(code=code, tag=code, name=name, direction="rtl", aliases=aliases)


# Names are CLDR's own names, with the capital letter that a menu entry has in that language.
# Some aliases are names of countries (jp, ua, cz), which people write where they mean the language.
KNOWN: Final[tuple[Language, ...]] = (
    _left("en", "English"),
    _left("zh", "简体中文", "cn", "zh-cn", "zh-hans", "zh-sg", tag="zh-Hans"),
    _left("hant", "繁體中文", "zh-hant", "tw", "zh-tw", "zh-hk", "zh-mo", tag="zh-Hant"),
    _left("ja", "日本語", "jp"),
    _left("es", "Español"),
    _left("hi", "हिन्दी"),
    _left("fr", "Français"),
    _left("de", "Deutsch"),
    _right("ar", "العربية"),
    _left("af", "Afrikaans"),
    _left("am", "አማርኛ"),
    _left("az", "Azərbaycanca"),
    _left("be", "Беларуская"),
    _left("bg", "Български"),
    _left("bn", "বাংলা"),
    _left("bs", "Bosanski"),
    _left("ca", "Català"),
    _right("ckb", "کوردیی ناوەندی"),
    _left("cs", "Čeština", "cz"),
    _left("cy", "Cymraeg"),
    _left("da", "Dansk", "dk"),
    _left("el", "Ελληνικά", "gr"),
    _left("eo", "Esperanto"),
    _left("et", "Eesti"),
    _left("eu", "Euskara"),
    _right("fa", "فارسی"),
    _left("fi", "Suomi"),
    _left("fil", "Filipino"),
    _left("ga", "Gaeilge"),
    _left("gl", "Galego"),
    _left("gu", "ગુજરાતી"),
    _right("he", "עברית", "iw"),
    _left("hr", "Hrvatski"),
    _left("hu", "Magyar"),
    _left("hy", "Հայերեն"),
    _left("id", "Bahasa Indonesia"),
    _left("is", "Íslenska"),
    _left("it", "Italiano"),
    _left("ka", "ქართული"),
    _left("kk", "Қазақ тілі"),
    _left("km", "ខ្មែរ"),
    _left("kn", "ಕನ್ನಡ"),
    _left("ko", "한국어", "kr"),
    _left("ky", "Кыргызча"),
    _left("lo", "ລາວ"),
    _left("lt", "Lietuvių"),
    _left("lv", "Latviešu"),
    _left("mk", "Македонски"),
    _left("ml", "മലയാളം"),
    _left("mn", "Монгол"),
    _left("mr", "मराठी"),
    _left("ms", "Bahasa Melayu"),
    _left("my", "မြန်မာ"),
    _left("nb", "Norsk bokmål", "no"),
    _left("ne", "नेपाली"),
    _left("nl", "Nederlands"),
    _left("nn", "Norsk nynorsk"),
    _left("pa", "ਪੰਜਾਬੀ"),
    _left("pl", "Polski"),
    _right("ps", "پښتو"),
    _left("pt", "Português"),
    _left("pt-br", "Português (Brasil)", tag="pt-BR"),
    _left("ro", "Română"),
    _left("ru", "Русский"),
    _right("sd", "سنڌي"),
    _left("si", "සිංහල"),
    _left("sk", "Slovenčina"),
    _left("sl", "Slovenščina"),
    _left("sq", "Shqip"),
    _left("sr", "Српски"),
    _left("sr-latn", "Srpski (latinica)", tag="sr-Latn"),
    _left("sv", "Svenska"),
    _left("sw", "Kiswahili"),
    _left("ta", "தமிழ்"),
    _left("te", "తెలుగు"),
    _left("th", "ไทย"),
    _left("tr", "Türkçe"),
    _left("uk", "Українська", "ua"),
    _right("ur", "اردو"),
    _left("uz", "O\u02bbzbekcha"),
    _left("vi", "Tiếng Việt", "vn"),
    _left("yo", "Èdè Yorùbá"),
    _left("zu", "isiZulu"),
)
"""Well-known languages; the nine whose phrases ship with the builder come first."""

_BY_WORD: Final = {
    word: language
    for language in KNOWN
    for word in (language.code, language.tag.lower(), *language.aliases)
}
