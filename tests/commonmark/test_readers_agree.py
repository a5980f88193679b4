"""The compiled reader gives what the rules give, or leaves the text to them.

Compared is everything that reading gives: HTML, facts and Problems. A difference is a fault of
site_builder/parse/fast, whatever a standard says: the rules are what our Markdown is.
"""

import random
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus import write_corpus
from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_by_rules
from site_builder.parse.fast.text import draw
from site_builder.parse.markdown import render_markdown
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place
from tests.commonmark.suite import examples

REPO: Final = Path(__file__).parents[2]
LANGUAGES: Final = ("en", "zh-Hans", "ja", "hi", "ar", "fr")
FRONT: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
WORDS: Final = (
    *(
        "word",
        "Über",
        "l’été",
        "中文",
        "文字，",
        "これは、",
        "「重要」",
        "हिन्दी",
        "शब्द।",
        "نص",
        "«نص»",
        "하나",
    ),
    *(
        "a_b_c",
        "2*3",
        "don't",
        '"quoted"',
        "(aside)",
        "AT&T",
        "x < y",
        "&copy;",
        "\\*",
        "1.5",
        "$5",
        "—",
        "😀",
        "\u00a0",
        "\u3000x",
        "!",
    ),
)
WRAPPED: Final = (
    "{}",
    "*{}*",
    "**{}**",
    "`{}`",
    "[{}](a.md)",
    '[{}](<b c.md> "t")',
    "![{}](p.png)",
)
WRAPPED_MORE: Final = (
    "***{}***",
    "_{}_",
    "**{}。**",
    "<https://x.org/{}>",
    "~~{}~~",
    "[{}][r]",
    "``{} ` x``",
    "see https://x.org/{} there",
    "www.x.org/{}",
    "a@b.org {}",
    "https://x.org/{}",
    "https://x.org/a_b*c*_d_ {}",
    "**https://x.org/{}**",
    "*http://x.org*{}",
    "(www.x.org/{}), www.y.org.",
    "{}@b.org",
    "_{}_-c@b.org",
    "{}://www._x_.org",
    "https://x.org/{}`c`https://y.org",
    "![https://x.org {}](a@b.org)",
    "[https://x.org {}](www.x.org)",
    "https://x.org\\_{}&amp;c",
    "a@b.c@d.org@e.f {}",
    "\\www.x.org \\.{}@b.org \\http://x.org",
    "<b>{}</b>",
    '<a href="/x">{}</a>',
    "<!-- {} -->",
    "${}$",
    "{}[^1]",
    "[{}]{{.x}}",
    "`{}`{{:.x}}",
    "{{{{ site.x }}}} {}",
    "{}\t",
    "&#123;{}",
    "[{}](javascript:x)",
    "![{}](p.png 't')",
    "[{}](https://x.org",
    "a | {}",
    "H2O {}",
)
OURS: Final = (
    "<!-- {} -->",
    "<!-- a\n\n- {}\n-->",
    "<!-- a -->\n{}",
    "<!-- a --> {}",
    "<!--> {} -->",
    "<!-- {{% a %}} {} -->",
    " <!-- {} -->",
    "<div>\n{}\n</div>",
    '<div class="x" id="y">\n\n{}\n\n</div>',
    '<img src="a.png" alt="{}">',
    "<script>\n\n{}\n</script>",
    "<details>\n<summary>{}</summary>",
    "<Foo>{}",
    "- [ ] {}\n- [x] b\n- c",
    "[^1]: {}\n\n    more",
    "[^1]: {}",
    "[^2]: https://x.org/",
    '[r]: /u\n[s]: <b c> "t"',
    "[r]: /v",
    "[r]:\n/w",
    "[t]: javascript:x",
    "> | a |\n> |---|\n[t]: {}",
    "1. {{.x #y}}\n2. {}",
    "- - {}\n- {{: .z}}",
    "{}\n: what it means\n: again",
    "{}\n\n: apart",
    "{}\n\n:\tapart",
    ": {}",
    "~ {}",
    "> [!NOTE]\n> {}",
    "$$\n{}\n=\n$$",
    "$$x$$",
    "{{.x}}",
    "{{#y}}\n{{.z}}",
    "{{: .x #w}}",
    "{}\n{{: .x}}",
    "1. c\n{{:toc}}",
    "## {} {{#named}}",
    "{{% highlight ruby %}}\n{}\n\n{{% endhighlight %}}",
    "{{% include x.html %}}",
    "\t{}",
    "-\t{}\n\t- b",
    "```go\n\tx := {}\n```",
    " ```go\n \tx := {}\n ```",
    "```\n{}",
    "<!--more-->",
    "{} <!--more-->",
    "> {}\n    > b",
    ">",
    "-",
    "- {}\n-",
    "*",
    "| a | b |\n| :- | -: |\n| {} | x@y.org |",
    "a | b\n- | -\n{} | d",
    "|a|\n|-|\n|{}|\n|\n|",
    "| a |\n|- -|\n| {} |",
    "\u00a0 | {}\n--|--\n",
    "a | {}\n--|--\n\u3000 | b\nc | d\u00a0",
    "| a |\n|---|\n| {} |\n\u3000\n\u00a0 |",
    "| a |\n|-:-:-|\n| {} |",
    "a | b\n:-: | --\n{} | www.x.org",
    "{}\n===",
    "    {}",
    "  {}  ",
    "\\ \n{}",
    "\u00a0{}",
    "{}\u00a0",
    "# \u3000{}\u3000",
    "{} &nbsp;",
    "- {}\u00a0\n\u2003b\u2003",
    "{} {{x}}",
    "{{{{< note >}}}} {} {{{{ page.x }}}}",
    "{{{{&nbsp;site.x }}}} `{{{{` {}",
    "\u00a0",
    "- \u3000\n- {}",
    "\u00a0**{}**\u00a0",
    "{}\n[中](b)\u00a0",
    "{}\n\u00a0",
    "{}&nbsp;",
    "- &nbsp;\u00a0{}\u3000&emsp;",
    "&nbsp;",
    "# \u00a0&nbsp;",
    "a | {}\n--|--\n&nbsp; | &nbsp;\u00a0\n&nbsp;b&nbsp; | c",
    "{}  \n\u3000\n \u00a0",
    "{}\\\n\u00a0",
    "\u00a0\n{} [a][r]",
    "**{}\u00a0**",
    "{} `a `",
    "中\n\u3000\n文{}\u3000",
    "\u3000[]({})\n文\n\u00a0",
    "[a]({{{{< b >}}}}) {}",
    "{} `a\nb` c",
    "{} `a \nb\\\n c`",
    "`a\n$$\nb` {} $$",
    "> {} `a\n> b`",
    "{} `` `a\n中 ``",
    "{} ![`a\nb`](c) [`a\nb`](c)",
    "* * *",
    "*[HTML]: {}",
)
"""Blocks in which rules of ours have a say, or in which the two readers do not agree."""
SEEDS: Final = 600
OUR_SHARE: Final = 0.15


def share_of(text, language="en"):
    """How much of the text the compiled reader takes: all of its blocks, some, or none."""
    place, chosen = Place(path="x.md", line=5), MarkdownSettings(language=language)
    drawn = draw(text, partial(Notebook, text, place=place, settings=chosen))
    return "none" if drawn is None else "some" if drawn.has_passages else "all"


def assert_equal(text, language="en", **chosen):
    """Both readers give one answer."""
    chosen = MarkdownSettings(language=language, **chosen)
    facts = {"path": "x.md", "first_line": 5, "settings": chosen}
    fast, slow = render_markdown(text, **facts), render_by_rules(text, **facts)
    if fast != slow:
        assert fast.value.html == slow.value.html, text
    assert fast == slow, text


def test_the_suite():
    """Every example of CommonMark; most are taken, so that this says something."""
    taken = 0
    for example in examples():
        assert_equal(example.markdown)
        assert_equal(example.markdown.removesuffix("\n"))
        taken += share_of(example.markdown) == "all"
    assert taken > 450


def test_pairs_of_examples():
    """Examples of CommonMark behind each other, under each other's quotations and lists."""
    pieces = [example.markdown for example in examples()]
    chance = random.Random(1)  # noqa: S311 because it is for trying, not for secrets
    for _ in range(SEEDS):
        first, second = chance.sample(pieces, 2)
        prefix = chance.choice(("", "> ", "- ", "1. ", "  "))
        second = "".join(prefix + line for line in second.splitlines(keepends=True))
        text = first + chance.choice(("", "\n")) + second
        assert_equal(text[: chance.choice((None, -1))], chance.choice(LANGUAGES))


def line(chance):
    """A line of words in several scripts, some of them marked."""
    marks = WRAPPED if chance.random() < 0.9 else WRAPPED_MORE
    words = [
        chance.choice(marks if chance.random() < 0.3 else ("{}",)).format(chance.choice(WORDS))
        for _ in range(chance.randint(1, 8))
    ]
    return chance.choice((" ", " ", "")).join(words)


def block(chance, depth=0):
    """A block as people write them."""
    kind = chance.choice(("words", "words", "head", "list", "quote", "fence", "table", "rule"))
    if chance.random() < OUR_SHARE:
        return chance.choice(OURS).format(line(chance))
    if kind in {"head", "rule"}:
        return f"{'#' * chance.randint(1, 4)} {line(chance)}" if kind == "head" else "---"
    if kind == "fence":
        return f"```{chance.choice(('', 'py', 'text x'))}\n{line(chance)}\n    more\n\n```"
    if kind == "table":
        rows = [f"| {line(chance)} | {line(chance)} |" for _ in range(chance.randint(1, 3))]
        return "\n".join([rows[0], chance.choice(("|---|:-:|", "| - | -: |")), *rows[1:]])
    if kind in {"list", "quote"} and depth < 3:
        mark = chance.choice(("> ",) if kind == "quote" else ("- ", "* ", "1. ", "10. "))
        apart = chance.choice(("\n", "\n\n"))
        inner = [block(chance, depth + 1) for _ in range(chance.randint(1, 3))]
        indent = mark if kind == "quote" else " " * len(mark)
        return apart.join(
            mark + one.replace("\n", f"\n{indent}")
            if kind == "list"
            else indent + one.replace("\n", "\n> ")
            for one in inner
        )
    return "\n".join(line(chance) for _ in range(chance.randint(1, 3)))


def written(chance):
    """A text of several blocks, mostly apart."""
    text = block(chance)
    for _ in range(chance.randint(0, 5)):
        text += chance.choice(("\n\n", "\n\n", "\n\n", "\n")) + block(chance)
    text += "\n"
    return text + ("\n[r]: /u\n" if "[r]" in text else "")


def test_texts_as_people_write_them():
    """Headings, lists in lists, quotations, tables and code, in several scripts at once."""
    shares = Counter()
    for seed in range(SEEDS):
        chance = random.Random(seed)  # noqa: S311 because it is for trying, not for secrets
        text = written(chance)
        text = text[: chance.choice((None, -1))]
        language = chance.choice(LANGUAGES)
        assert_equal(text, language, raw_html=seed % 5 > 0)
        shares[share_of(text, language)] += 1
    assert shares["some"] > SEEDS / 3
    assert shares["all"] > SEEDS / 10


SIGNS: Final = (
    *(*" \n#>-+*1.`_[]()!<&;\\|:~", "\n\n", "    ", "中", "。", "श", "é", "a", "b"),
    *("\t", "{", "}", "$", "$$", "^", "x", "\u00a0", "://", "http", "www.a.b", "@a.b", "```\n"),
    *(
        "\u3000{: .x}\n",
        "\n\n- a\n",
        "[a](/x) ",
        "{{ a }} ",
        "~~~",
        "[^a]",
        "[a]: b",
        "[ ] ",
        "[!NOTE]",
        "\n: ",
        "\n- ",
        "\n> ",
        "{.a}",
        "{: .a}",
    ),
    *("{{ site.a }}", "{% a %}", "<!--", "-->", "<!--more-->", "<b>", "<div>", "</div>"),
)


@pytest.mark.parametrize(
    "text",
    [
        "\u3000{: .x}\n- a\n\nw\n",
        "w\n\n- a\n\n\n\u3000{: .x}\n\nq\n",
        "\u00a0{: .x}\n- a\n\nw\n",
        "[home](/x) {{ site.url }} [home](/x)\n",
        "[](b){:a}b\n<!-->\n0",
        "$$\n~~~$$",
    ],
)
def test_what_was_read_otherwise_once(text):
    """Attributes behind a wide space, columns beside a foreign mark, a text of one formula."""
    assert_equal(text)


@settings(deadline=None, max_examples=400)
@given(
    st.lists(st.sampled_from(SIGNS), max_size=24).map("".join),
    st.sampled_from(("\n", "")),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
def test_any_text(text, end, language, keeps_html):
    """Whatever is typed, ended by a line end or not, with HTML or with HTML shown as typed."""
    assert_equal(text + end, language, raw_html=keeps_html)


def test_our_own_texts():
    """The texts of this repository: site, documentation, cases of the tests."""
    files = [
        *REPO.glob("content/**/*.md"),
        *REPO.glob("docs/**/*.md"),
        *REPO.glob("tests/cases/**/*.md"),
    ]
    for file in files:
        assert_equal(FRONT.sub("", file.read_text(encoding="utf-8")))


def test_the_corpus(tmp_path):
    """Posts in nine languages; all of each is taken."""
    languages = ("en", "zh", "ja", "es", "hi", "fr", "de", "ar", "hant")
    write_corpus(tmp_path, posts=90, languages=languages, layout="ours")
    for file in sorted(tmp_path.glob("content/posts/*.md")):
        text = FRONT.sub("", file.read_text(encoding="utf-8"))
        language = file.stem.rsplit("-", 1)[1].replace("hant", "zh-Hant")
        assert_equal(text, language)
        assert share_of(text, language) == "all"


@pytest.mark.parametrize("text", ["# a\n\n*b* [c](d.md) ![e](f.png)\n\n- g\n"])
def test_without_the_package(monkeypatch, text):
    """Where the extra is not installed, the rules read all, and no byte is another."""
    with_it = render_markdown(text, path="x.md", first_line=1, settings=MarkdownSettings())
    assert share_of(text) == "all"
    monkeypatch.setattr("site_builder.parse.fast.stream._reader", lambda: None)
    assert share_of(text) == "none"
    without = render_markdown(text, path="x.md", first_line=1, settings=MarkdownSettings())
    assert without == with_it
