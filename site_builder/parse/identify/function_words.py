"""The small words that no text of a language does without: articles, prepositions, pronouns, verbs.

Between a fifth and a half of running text consists of them, in any subject and any style, while a
text in another language has few or none. A word that two languages share counts for both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

_WORDS: Final[Mapping[str, str]] = {
    "en": """the of and to in is that it for as with was on be at by this are or from you have not
        an they which we one can your but were there their will would what all when if has how so
        do more than them these been its only into other about our i he she his her""",
    "es": """de la que el en y los se del las un por con no una su para es al lo como más o pero
        sus le ha me si sin sobre este ya entre cuando todo esta ser son también fue había muy hay
        porque qué desde puede ese eso esto cada hasta donde cómo estos estas está están tu tus te
        así mismo otro otros otra otras todos todas tiene puedes hacer esa ejemplo sólo solo aquí
        después antes mientras""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce
        il sont avec ou son aux vous nous être cette mais comme on sans elle tout leur ont fait si
        même ces peut deux aussi je votre vos c'est n'est d'une d'un qu'il l'on cela dont où ainsi
        lorsque puis entre très alors ici été avez pouvez doit permet""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch
        es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
        so zum war haben nur oder aber vor zur bis mehr durch man kann wenn ich wir diese dieser
        ihre du""",
    "it": """di e il la che in a per è un del non una con sono le da si dei come alla i al più nel
        della lo ha ma gli o anche se delle su questo dal ai essere nella questa cui tra ci
        tutti dell all può due quando""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao
        ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
        ela entre era depois sem mesmo aos você são pode""",
    "nl": """de van het een en in is dat op te zijn met voor niet aan er om ook als bij maar uit dan
        nog naar heeft ze je kan of wordt door over deze worden die hij wel geen meer hebben was
        zo kunnen tot jij wij ik dit""",
    "ca": """de la i el que a en els les per un amb una es del és no al va més com o són dels pel
        seu aquest aquesta però ha ser també hi ho si entre quan sobre pot molt ja""",
    "ro": """de și în a la cu pe care o un nu este din se mai pentru că ca să sunt ale al au sau
        prin dar fi după cel cea lui lor când dacă această acest""",
    "sv": """och i att det som en på är av för med till den har de inte om ett han var så men från
        vi man kan när nu du jag eller ska under också efter här där bara denna detta""",
    "da": """og i at det er en til på for som med de den af ikke der et har du om var så men fra vi
        man kan når nu jeg eller skal også efter her være blev hvis disse dette""",
    "nb": """og i at det er en til på for som med de den av ikke et har du om var så men fra vi man
        kan når nå jeg eller skal også etter her være ble hvis disse dette""",
    "pl": """w i na z do nie się że to jest o jak po od za ale przez co dla czy są tego tym oraz
        może które który która lub ich być już tylko przy ze tak go jego jej aby można""",
    "cs": """a se v na je že s z do o i to k ve pro za by ale si po jako od jsou které který která
        nebo při až tak jeho být jen tím co když jak pokud byl také může""",
    "hu": """a az és hogy nem is egy ez van meg csak de ha mint azt már még el ki lehet volt vagy
        kell ezt amely aki minden után között mert lesz""",
    "fi": """ja on ei että se oli hän joka mutta ovat kun niin myös kuin tai sen jos voi mitä ole
        vain olla tämä jotka sitä tämän sekä ne mukaan kanssa nyt""",
    "tr": """ve bir bu için ile de da olarak daha çok gibi olan en kadar ne sonra ama ya veya her
        var o değil ki olduğu ise şey diye göre tüm mi mı""",
    "id": """yang dan di dari untuk dengan ini pada dalam adalah itu ke tidak akan dapat atau anda
        oleh sebagai juga ada bisa kami kita lebih telah karena secara jika saya mereka""",
    "vi": """và của là các có được cho trong không với này một những để khi người đã thể bạn từ như
        đến trên về vào ra nếu hay tôi cũng sẽ""",
    "ru": """и в не на с что по для как это из к от а о или у но за при так же до если он они мы вы
        его их можно быть был была было только все чтобы также этот когда вам""",
    "uk": """і в на не з що у до та для як це за від по а про або є але й так якщо при ви ми він
        вони його їх може був була можна також цей коли щоб який""",
    "bg": """и на в за да е се с от не по като са че това или до които при но към как ако може ще
        си има което който след още беше""",
    "ar": """في من على إلى أن هذا هذه التي الذي عن مع لا ما كان أو هو هي لم قد كل ذلك بين بعد عند
        كما يمكن ثم حتى إذا أنه قبل غير لكن وقد كانت بها فيه""",
    "fa": """و در به از که این را با است برای آن یک خود تا بر می هم شود نیز شده ها یا اما هر باید
        های دارد شما بود کند""",
    "ur": """کے میں کی ہے اور سے کا کو اس کہ ہیں نے پر یہ بھی تو ایک جو ہو کر کیا نہیں تھا آپ وہ لیے
        ہم گیا""",
    "hi": """के है में की और से को का कि हैं यह पर नहीं एक भी ने ही तो जो इस कर हो लिए था आप या वह
        साथ गया थी थे होता जब कुछ सकते अपने किया""",
    "mr": """आणि आहे या हे ते तो ती मध्ये नाही आहेत तर की हा ही च होते एक किंवा करण्यासाठी साठी हो
        आपण त्या असे पण""",
    "ne": """र छ को मा लाई का यो हो पनि छन् गर्न एक भएको त्यो तथा गरेको थियो हुन्छ वा भने तर यस
        तपाईं""",
}


@cache
def function_words(language: str) -> frozenset[str]:
    """The small words of a language, in lower case; empty where we have none.

    ``language`` is the language subtag of a BCP 47 tag: ``pt`` for pt-BR.
    """
    return frozenset(_WORDS.get(language, "").split())


LANGUAGES: Final = tuple(_WORDS)
"""All languages with words, the most written ones first."""


@cache
def languages_by_word() -> Mapping[str, Sequence[str]]:
    """Small word → the languages that have it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for word in function_words(language):
            found[word].append(language)
    return dict(found)
