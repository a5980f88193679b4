"""Which blocks are left to the rules."""

from functools import partial
from time import process_time

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.fast.text import draw
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def is_taken(text, **chosen):
    """Whether the compiled reader takes all of the text."""
    place, settings = Place(path="x.md", line=1), MarkdownSettings(**chosen)
    drawn = draw(text, partial(Notebook, text, place=place, settings=settings))
    return drawn is not None and not drawn.has_passages


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: b\n",
        "*[A]: b\n\nA\n",
        "- [x] done\n",
        "> [!NOTE]\n> a\n",
        "term\n: what it means\n",
        "a $x$ b\n",
        "| $5 `|` and $6 |\n|---|\n",
        "{.x}\na\n",
        "{{ site.url }}\n",
        "*https://x.org*\n",
        "www._x_.org\n",
        "https://x.org/\\_a\n",
        "a_b@c.org\n",
        "_a_-b@c.org\n",
        "~~gone~~\n",
        "<div>a</div>\n",
        "a <b>c</b>\n",
        "![a](b.png 'title')\n",
        "[a](javascript:b)\n",
        "中文**粗体：**文字\n",
        "*中**文***字\n",
        "\u00a0\na\n",
        "a\tb\n",
        "    code",
        "a\n\n```\ncode\n```",
        ">>a\\\n>     > b\n",
        ">>a  \n>     > b\n",
        "[a](b\\\n)\n",
        "a &#1;\n",
        "a &#x1;\n",
        "| a |\n|-- :|\n",
        "a | b\n- | -\n",
        "1. a | b\n   --|--\n",
        "| a |\n|-:-|\n",
        "| a |\n|---|\n\u00a0\n",
        "a | b\n--|--\n\u00a0 | c\n",
        "\u00a0 | b\n--|--\n",
        "a\\\n\u00a0\n",
        "[r]: /u\n\n- [r]: /v\n",
        "- a `b\n  c`\n",
        "a `b\n c`\n",
        "- ![a `b\n c`](d)\n",
        "![a](b\\\n)\n",
        "| a |\n|---|\n    b\n",
        "- \n- a\n",
        "a\\ \nb\n",
        "[r]:\n/u\n\n[r]\n",
        "[r][[]]\n\n[r]: /u\n",
        "> ```\n    >\n",
        "> #\n    >\n",
        "````\na\n```\n",
        "`a` " * 30_000 + "\n",
    ],
)
def test_refused(text):
    """Where one of our rules has a say, or the two readers are known to differ."""
    assert not is_taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "# a\n\nb *c* **d** `$x {y} https://z.org`\n",
        "中文**粗体**文字，*斜体*。\n",
        "मोटा **शब्द**।\n",
        "- a\n  - b\n\n1. c\n\n> d\n",
        "a  \nb\\\nc",
        "a&#8217;s `b  c`\n",
        "see https://x.org, (www.y.org) or a@b.org\n",
        "- **https://x.org** `c` npm@2.1\n",
        "It costs $5.\n\nThat costs $6.\n",
        "| a | b |\n|---|:-:|\n| c | d |\n",
        "\u3000a\u00a0\n\n# b\u00a0\n",
        "a `b\nc` d {e}\n",
        "&nbsp;a&nbsp;\n\n- b&nbsp;\u00a0\n\n&nbsp;\n",
        "\u00a0**a** \u00a0\n\n**b\u00a0**\n\nc  \n\u00a0\n\n[a]({{< b >}})\n",
        "\u00a0\n\n- \u3000\n\n{{< note >}} a\n",
        "```sh\necho $HOME ~~ {x}\n```\n",
        "[a](b.md) ![c](d.png) <https://e.org> [f][g]\n\n[g]: /u\n",
    ],
)
def test_taken(text):
    """What most posts are made of."""
    assert is_taken(text)


def test_options():
    """With smart quotes the rules read all, and with a limit that could be met here."""
    assert not is_taken("a\n", smart_quotes=True)
    assert not is_taken("> > > a\n", max_nesting=3)


def test_a_reference_that_is_used_very_often_is_for_the_rules():
    """The compiled reader stops at some hundred thousand characters, and would lose the links."""
    definition = f"[a]: https://x.example/{'z' * 900}\n\n"
    assert is_taken(definition + "[a] " * 90 + "\n")
    assert not is_taken(definition + "[a] " * 120 + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "# a\tb\n" * 7_000,
        "a | b\n" + "-" * 49_000 + "x\n",
        "a | b\n" + " " * 49_000 + "x\n",
        "www.x.org a@b.org http://y.org/z " * 1_500 + "\n",
        "://" * 16_000 + "\n",
        "\n[" * 24_000 + "\n",
        "{a" * 24_000 + "\n",
        "\n" + "1. " * 16_000 + ":\n",
        "[a]: b\n" * 7_000,
        "<!--a\n" * 7_000,
    ],
)
def test_time(text):
    """To look a text through takes time in proportion to it, whatever it is."""
    begun = process_time()
    is_taken(text, raw_html=True)
    assert process_time() - begun < 2
