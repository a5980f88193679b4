"""What the tests of reading share: a text in, its Body or its problems out; and sentences."""

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.markdown import render_markdown

SENTENCES = {
    "en": (
        "We went to the market early in the morning, because there are only a few loaves "
        "left when the sun is high, and the best of them is gone before you have had your "
        "coffee."
    ),
    "es": (
        "Fuimos al mercado por la mañana temprano, porque cuando el sol está alto quedan muy "
        "pocos panes, y el mejor de todos ya no está antes de que te hayas tomado el café."
    ),
    "fr": (
        "Nous sommes allés au marché tôt le matin, parce que quand le soleil est haut il ne "
        "reste que peu de pains, et le meilleur est parti avant que vous ayez pris votre "
        "café."
    ),
    "de": (
        "Wir sind früh am Morgen auf den Markt gegangen, weil nur noch wenige Brote da sind, "
        "wenn die Sonne hoch steht, und das beste ist weg, bevor man seinen Kaffee getrunken "
        "hat."
    ),
    "pt": (
        "Fomos ao mercado de manhã cedo, porque quando o sol está alto já restam muito "
        "poucos pães, e o melhor deles não está mais lá antes de você ter tomado o seu café."
    ),
    "it": (
        "Siamo andati al mercato la mattina presto, perché quando il sole è alto restano "
        "solo pochi pani, e il migliore non c'è più prima che tu abbia bevuto il tuo caffè."
    ),
    "nl": (
        "Wij zijn vroeg in de morgen naar de markt gegaan, omdat er maar een paar broden "
        "over zijn als de zon hoog staat, en het beste is weg voor je jouw koffie op hebt."
    ),
    "ru": (
        "Мы пошли на рынок рано утром, потому что когда солнце высоко, остаётся только "
        "несколько хлебов, и лучшего из них уже нет до того, как вы выпьете свой кофе."
    ),
    "hi": (
        "हम सुबह जल्दी बाज़ार गए, क्योंकि जब सूरज ऊपर होता है तो कुछ ही ब्रेड बचती हैं, और "
        "उनमें से सबसे अच्छी आपके कॉफ़ी पीने से पहले ही बिक जाती है।"
    ),
    "ar": (
        "ذهبنا إلى السوق في الصباح الباكر لأن الأرغفة التي تبقى بعد أن ترتفع الشمس قليلة، "
        "ولا يبقى أفضل هذه الأرغفة حتى تنتهي من قهوتك."
    ),
    "ja": (
        "私たちは朝早く市場へ行きました。日が高くなるころには、パンは少ししか残っていません。"
        "いちばんおいしいものは、コーヒーを飲み終える前になくなります。"
    ),
    "zh-Hans": (
        "我们一大早就去了市场，因为太阳升高以后面包就剩得不多了，最好的那个在你喝完咖啡之前就"
        "已经卖掉了。"
    ),
    "zh-Hant": (
        "我們一大早就去了市場，因為太陽升高以後麵包就剩得不多了，最好的那個在你喝完咖啡之前就"
        "已經賣掉了。"
    ),
}


@pytest.fixture
def sentences():
    """Language tag → a sentence in it; all mean the same."""
    return SENTENCES


@pytest.fixture
def read():
    """Read a text that begins in line 10 of its file; give the Outcome."""

    def read_text(text, **settings):
        return render_markdown(
            text, path="content/posts/x.md", first_line=10, settings=MarkdownSettings(**settings)
        )

    return read_text


@pytest.fixture
def body(read):
    """Read a text without problems; give its Body."""

    def body_of(text, **settings):
        outcome = read(text, **settings)
        assert outcome.problems == ()
        return outcome.value

    return body_of
