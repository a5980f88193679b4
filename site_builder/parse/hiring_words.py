"""The words by which a hiring page in plain Markdown is understood, in nine languages.

    ## Requisitos del Trabajo           a section of requirements
    * Lenguaje natural: …               a group of spoken languages
    * 5 o más años de experiencia: …    a band of skills, from 5 years on

A heading is compared without case, accents and punctuation, and may say more than the words below.
Whoever reads one of the languages well is the best judge of its lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from site_builder.model.hiring import Years
from site_builder.patterns import late

HEADINGS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "skills": {
        "en": ("skills", "skill set", "what I can do"),
        "zh": ("技能", "专业技能", "能力"),
        "zh-Hant": ("技能", "專業技能", "能力"),
        "ja": ("スキル", "できること", "技術"),
        "es": ("habilidades", "competencias", "aptitudes", "lo que sé hacer"),
        "hi": ("कौशल", "हुनर", "योग्यताएँ"),
        "fr": ("compétences", "savoir-faire", "aptitudes"),
        "de": ("Fähigkeiten", "Kenntnisse", "Kompetenzen", "was ich kann"),
        "ar": ("المهارات", "مهارات", "مهاراتي"),
    },
    "tools": {
        "en": ("tools", "technologies", "tech stack"),
        "zh": ("工具", "技术栈"),
        "zh-Hant": ("工具", "技術棧"),
        "ja": ("ツール", "使用技術", "道具"),
        "es": ("herramientas", "tecnologías"),
        "hi": ("उपकरण", "औज़ार", "टूल", "तकनीकें"),
        "fr": ("outils", "technologies"),
        "de": ("Werkzeuge", "Tools", "Technologien"),
        "ar": ("الأدوات", "أدوات", "أدواتي", "التقنيات"),
    },
    "requirements": {
        "en": ("requirements", "what I am looking for", "what I'm looking for", "my terms"),
        "zh": ("要求", "求职要求", "期望", "求职意向"),
        "zh-Hant": ("要求", "求職要求", "期望"),
        "ja": ("希望条件", "条件", "要件", "希望"),
        "es": ("requisitos", "condiciones", "lo que busco"),
        "hi": ("आवश्यकताएँ", "आवश्यकताएं", "अपेक्षाएँ", "शर्तें"),
        "fr": ("exigences", "critères", "ce que je cherche", "conditions"),
        "de": ("Anforderungen", "Bedingungen", "Wünsche", "was ich suche"),
        "ar": ("المتطلبات", "متطلبات", "الشروط", "شروطي"),
    },
    "projects": {
        "en": ("projects", "AI work", "my work", "portfolio", "what I have made"),
        "zh": ("项目", "作品", "AI 工作", "人工智能工作"),
        "zh-Hant": ("專案", "項目", "作品", "AI 工作"),
        "ja": ("プロジェクト", "作品", "制作物", "実績", "AI の仕事", "AI関連の仕事"),
        "es": ("proyectos", "trabajos de IA", "mis trabajos", "portafolio"),
        "hi": ("परियोजनाएँ", "परियोजनाएं", "प्रोजेक्ट", "एआई कार्य", "AI कार्य"),
        "fr": ("projets", "travaux", "réalisations"),
        "de": ("Projekte", "KI-Arbeiten", "KI-Arbeit", "meine Arbeiten"),
        "ar": ("المشاريع", "مشاريع", "مشاريعي", "أعمال الذكاء الاصطناعي", "أعمالي"),
    },
    "ideas": {
        "en": ("ideas",),
        "zh": ("想法", "构想", "创意", "点子"),
        "zh-Hant": ("想法", "構想", "創意", "點子"),
        "ja": ("アイデア", "アイディア", "構想"),
        "es": ("ideas",),
        "hi": ("विचार", "आइडिया"),
        "fr": ("idées",),
        "de": ("Ideen",),
        "ar": ("الأفكار", "أفكار", "أفكاري"),
    },
    "contact": {
        "en": ("contact", "get in touch", "write to me", "help me", "hire me"),
        "zh": ("联系", "联系方式", "帮帮我", "帮助我"),
        "zh-Hant": ("聯絡", "聯絡方式", "聯繫", "幫幫我", "幫助我"),
        "ja": ("連絡", "連絡先", "お問い合わせ", "助けて", "ご協力"),
        "es": ("contacto", "contáctame", "escríbeme", "ayúdame"),
        "hi": ("संपर्क", "मेरी मदद", "मुझे लिखें"),
        "fr": ("contact", "me contacter", "écrivez-moi", "aidez-moi"),
        "de": ("Kontakt", "schreiben Sie mir", "schreib mir", "helfen Sie mir", "hilf mir"),
        "ar": ("اتصل بي", "تواصل", "تواصل معي", "التواصل", "راسلني", "ساعدني", "ساعدوني"),
    },
}
"""Section → language → what its heading says; the first of them in the heading counts."""

GROUPS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "languages": {
        "en": ("natural language", "natural languages", "languages", "spoken languages"),
        "zh": ("自然语言", "语言能力", "外语", "口语"),
        "zh-Hant": ("自然語言", "語言能力", "外語"),
        "ja": ("自然言語", "話せる言語", "語学"),
        "es": ("lenguaje natural", "lenguas", "idiomas"),
        "hi": ("प्राकृतिक भाषा", "बोली जाने वाली भाषाएँ", "भाषाएँ", "भाषाएं"),
        "fr": ("langage naturel", "langue naturelle", "langues"),
        "de": ("natürliche Sprache", "natürliche Sprachen", "Sprachen", "Sprachkenntnisse"),
        "ar": ("اللغة الطبيعية", "اللغات الطبيعية", "اللغات", "لغات"),
    },
    "learning": {
        "en": ("current learning", "currently learning", "learning now", "learning"),
        "zh": ("正在学习", "目前学习", "当前学习", "在学"),
        "zh-Hant": ("正在學習", "目前學習", "當前學習", "在學"),
        "ja": ("学習中", "現在学習中", "勉強中", "現在の学習"),
        "es": ("aprendizaje actual", "aprendiendo", "aprendo ahora"),
        "hi": ("वर्तमान सीखना", "अभी सीख रहा हूँ", "सीख रहा हूँ", "सीख रही हूँ"),
        "fr": ("apprentissage actuel", "apprentissage en cours", "j'apprends"),
        "de": ("aktuelles Lernen", "lerne gerade", "lerne ich gerade", "derzeit in Arbeit"),
        "ar": ("التعلم الحالي", "أتعلم الآن", "قيد التعلم"),
    },
}
"""Role of a group → language → its whole label."""

YEARS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "less than a year", "less than one year", "less than {b} year", "under {b} year",
        "{a} or more year", "{a} year* or more", "{a}+ year", "more than {a} year",
        "at least {a} year", "over {a} year",
        "{a} to {b} year", "{a}-{b} year", "{a} year",
    ),
    "zh": (
        "少于{b}年", "不到{b}年", "不足{b}年", "{b}年以下", "{a}年以上", "{a}年或以上",
        "{a}年及以上", "{a}+年", "{a}年+", "超过{a}年", "{a}到{b}年", "{a}至{b}年", "{a}-{b}年",
        "{a}年",
    ),
    "zh-Hant": (
        "少於{b}年", "不到{b}年", "不足{b}年", "{b}年以下", "{a}年以上", "{a}年或以上", "超過{a}年",
        "{a}到{b}年", "{a}至{b}年", "{a}-{b}年",
    ),
    "ja": ("{b}年未満", "{b}年以下", "{a}年以上", "{a}年から{b}年", "{a}~{b}年", "{a}-{b}年"),
    "es": (
        "menos de un año", "menos de {b} año", "{a} o más año", "{a} año* o más",
        "{a}+ año", "más de {a} año", "al menos {a} año",
        "de {a} a {b} año", "{a} a {b} año", "{a}-{b} año", "{a} año",
    ),
    "hi": (
        "{b} वर्ष से कम", "{b} साल से कम", "{a} या अधिक वर्ष", "{a} वर्ष या अधिक",
        "{a} साल या अधिक", "{a} या उससे अधिक वर्ष", "{a} वर्ष या उससे अधिक",
        "{a} साल या उससे ज़्यादा", "{a} वर्ष से अधिक", "{a} साल से ज़्यादा", "{a}+ वर्ष", "{a}+ साल",
        "{a} से {b} वर्ष", "{a} से {b} साल", "{a}-{b} वर्ष", "{a}-{b} साल", "{a} वर्ष", "{a} साल",
    ),
    "fr": (
        "moins d'un an", "moins de {b} an", "moins d'{b} an", "{a} ans ou plus", "{a} an* et plus",
        "{a}+ an", "plus de {a} an", "au moins {a} an", "de {a} à {b} an", "{a} à {b} an",
        "{a}-{b} an", "{a} an",
    ),
    "de": (
        "weniger als {b} jahr", "weniger als ein jahr", "unter {b} jahr", "{a} oder mehr jahr",
        "{a} jahr* oder mehr", "{a}+ jahr", "mehr als {a} jahr", "mindestens {a} jahr",
        "über {a} jahr", "{a} bis {b} jahr", "{a}-{b} jahr", "{a} jahr",
    ),
    "ar": (
        "أقل من سنة", "أقل من عام", "أقل من {b} سن", "أقل من {b} عام", "{a} سن* أو أكثر",
        "{a} سن* فأكثر", "{a} أعوام أو أكثر", "أكثر من {a} سن", "{a}+ سن", "من {a} إلى {b} سن",
        "{a} إلى {b} سن", "{a}-{b} سن", "{a} سن",
    ),
}  # fmt: skip
"""Language → how a label says years: ``{a}`` from, ``{b}`` up to, ``*`` the rest of a word."""

_HAN = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "兩": 2}
_NUMBER = rf"(?<![\d.,])\d{{1,2}}|[{''.join(_HAN)}](?=个?年)"
_ACCENTS = late(r"[\u0300-\u036f\u064b-\u0652\u0640]")
_DASH = late(r"\s*[-‐‑‒–—~〜～]\s*")
_WIDE = late(r"[\u3040-\u30ff\u3400-\u9fff]")
_UNDER_ONE = Years(min=0, max=1)


def role_of_heading(text: str) -> str:
    """The section that a heading of these words begins; empty for one of the author's own."""
    folded = _folded(text)
    found = [
        (at, -len(phrase), role)
        for role, phrases in _known(HEADINGS)
        for phrase in phrases
        if (at := _at(folded, phrase)) >= 0
    ]
    return min(found)[2] if found else ""


def role_of_group(label: str) -> str:
    """``languages``, ``learning`` or nothing, by the whole label of a group."""
    folded = _folded(label)
    return next((role for role, phrases in _known(GROUPS) if folded in phrases), "")


def years_of(label: str) -> Years | None:
    """How long a label says, or None where it speaks of no years."""
    text = _with_digits(label)
    for pattern in _patterns():
        found = pattern.search(text)
        if found:
            bounds = {name: _number(value) for name, value in found.groupdict().items()}
            if not bounds:
                return _UNDER_ONE
            if set(bounds) == {"b"}:
                return Years(min=0, max=bounds["b"])
            low, high = bounds["a"], bounds.get("b")
            return None if high is not None and high < low else Years(min=low, max=high)
    return None


def _at(text: str, phrase: str) -> int:
    """Where a phrase is in a text as whole words, or -1; Chinese and Japanese have no gaps."""
    if _WIDE.search(phrase):
        return text.replace(" ", "").find(phrase.replace(" ", ""))
    return f" {text} ".find(f" {phrase} ")


def _known(
    table: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for role, languages in table.items():
        yield role, tuple(_folded(one) for phrases in languages.values() for one in phrases)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """All patterns, the longest first: ``5 or more years`` goes before ``5 years``."""
    typed = sorted({one for patterns in YEARS.values() for one in patterns}, key=len, reverse=True)
    return tuple(map(_pattern, typed))


def _pattern(typed: str) -> re.Pattern[str]:
    spelled = re.escape(_with_digits(typed)).replace(r"\ ", r"\s*").replace(r"\*", r"\w*")
    for name in "ab":
        spelled = spelled.replace(rf"\{{{name}\}}", rf"\s*(?P<{name}>{_NUMBER})\s*")
    return re.compile(spelled)


def _number(text: str) -> int:
    return _HAN.get(text) or int(text)


def _with_digits(text: str) -> str:
    """Lower case without accents, with the digits and dashes of ASCII."""
    spelled = _DASH.sub("-", _plain(text))
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in spelled)


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w\u0900-\u097f]", " ", _plain(text)).split())


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", decomposed))
