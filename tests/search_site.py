"""A site in nine languages to search in, and some posts of each that are found by their words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.small_site import SmallSite

LANGUAGES: Final = ("en", "es", "zh", "ja", "ar", "hi", "de", "fr", "hant")

SEARCH_URL: Final = "https://example.org/repo/"

POSTS: Final = {
    "2023-01-01-truck-en": (
        "A long road",
        "We drove north.\n\n## The engine\n\nThen the carburettor of our truck failed, and failed.",
    ),
    "2023-01-02-carburettor-en": ("The carburettor", "A short history of a part of engines."),
    "2023-01-03-code-en": (
        "Titles are text <b>& nothing</b> else",
        "Call `fetch_everything()` before <em>anything</em> else, the carburettor too.",
    ),
    "2023-01-04-snow-en": ("Snow", "It snowed for a week.[^1]\n\n[^1]: Or two blizzards."),
    "2023-01-01-truck-es": ("Un largo camino", "Viajamos en un camión viejo por la montaña."),
    "2023-01-02-red-zh": (
        "学习笔记",
        "我们今天讨论机器学习在自然语言处理中的应用。\n\n## 第二部分\n\n深度神经网络需要很多数据。",
    ),
    "2023-01-03-cat-zh": ("猫的生活", "它每天睡觉。"),
    "2023-01-02-kyoto-ja": (
        "旅の記録",
        "去年の秋に京都の図書館を訪れました。とても静かな図書館でした。",
    ),
    "2023-01-02-book-ar": ("رحلة طويلة", "قرأتُ هذا الكِتابَ في الطريق إلى أَنقرة."),
    "2023-01-02-hindi-hi": ("एक यात्रा", "मैंने हिन्दी भाषा में एक छोटी कहानी लिखी। बाज़ार बहुत बड़ा था।"),
    "2023-01-02-street-de": ("Über Brücken", "Die alte Straße führte durch München."),
    "2023-01-02-school-fr": (
        "Un été à la campagne",
        "Les enfants allaient à l’école du village. L'œuvre d'une vie, disait le maître.",
    ),
    "2023-01-02-notes-hant": (
        "讀書筆記",
        "我們今天討論機器學習在自然語言處理中的應用，還有一座很安靜的圖書館。",
    ),
    "2023-01-09-secret-en": ("Quetzalcoatlus", "Draft words: archaeopteryx."),
}


def search_site(root: Path) -> SmallSite:
    """Write and build the site below `root`, for the base path `/repo/`."""
    site = SmallSite(root, languages=f"[{', '.join(LANGUAGES)}]", url=SEARCH_URL)
    for name, (title, body) in POSTS.items():
        front = (f'title: "{title}"', *(["draft: true"] if "secret" in name else []))
        site.post(name, *front, body=body)
    for number in range(20):
        site.post(f"2022-03-{number + 1:02}-filler{number}-en", f"title: Walk {number}", body=WALK)
    site.build()
    return site


WALK: Final = "We walked along the river and counted herons.\n\nIn the evening we read."
