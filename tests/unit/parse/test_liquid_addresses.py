"""Addresses written in Liquid mean what they meant; whatever else stands between braces stays."""

from time import perf_counter

import pytest

from site_builder.model.body import Body, MarkdownSettings
from site_builder.model.view import TextView
from site_builder.parse.liquid_addresses import address_edits
from site_builder.parse.markdown import render_markdown
from site_builder.parse.rewritten import Rewritten
from site_builder.problems import Outcome
from tests.drawing import config_of, plan_of, view_at


def with_addresses(text: str) -> str:
    return Rewritten(text, address_edits(text)).text


def _read(text: str) -> Outcome[Body]:
    return render_markdown(text, path="x.md", first_line=1, settings=MarkdownSettings())


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("{{ site.baseurl }}/about/", "/about/"),
        ("{{site.url}}{{site.baseurl}}/about/", "/about/"),
        ('{{ "/about/" | relative_url }}', "/about/"),
        ("{{- 'about/' | absolute_url -}}", "/about/"),
        ("{{ '/a.png' | prepend: site.baseurl | prepend: site.url }}", "/a.png"),
        ("{% post_url 2016-07-26-the-sea %}", "/content/posts/2016-07-26-the-sea.md"),
        ("{{ site.baseurl }}{% post_url /es/2016-07-26-x %}", "/content/posts/es/2016-07-26-x.md"),
        ("{% link _posts/2016-07-26-the-sea.md %}", "/content/posts/2016-07-26-the-sea.md"),
        ("{% link es/news/_posts/2016-07-26-x.md %}", "/content/posts/es/news/2016-07-26-x.md"),
        ("{%- link about.md -%}", "/content/pages/about.md"),
        ("{% link /assets/cv.pdf %}", "/assets/cv.pdf"),
    ],
)
def test_an_address_is_written_as_we_do(typed: str, address: str) -> None:
    """In Markdown and in HTML, with what follows it."""
    assert with_addresses(f"[a]({typed}#b)") == f"[a]({address}#b)"
    assert with_addresses(f'<a href="{typed}">') == f'<a href="{address}">'


@pytest.mark.parametrize(
    "text",
    [
        "The address is {{ site.url }}, they say.",
        "{{ page.title }} {{ site.title }} {% include a.html url='/x' %}",
        "`{{ site.baseurl }}/x` and ``a ` {{ site.baseurl }}/x``",
        "```\n{{ site.baseurl }}/x\n```",
        "- a\n\n  ~~~~ html\n  ~~~\n  {% post_url 2016-07-26-x %}\n  ~~~~",
        "At {{ site.url }}{{ site.baseurl }}{% post_url 2016-07-26-x %}.",
        "As in {% post_url 2016-07-26-x %} ({% link a.md %}).",
        "{% raw %}\n{{ site.baseurl }}/x\n{% endraw %}",
        "{% highlight html %}\n{{ site.baseurl }}/x\n{% endhighlight %}",
    ],
)
def test_what_is_no_address_or_an_example_of_one_stays(text: str) -> None:
    """Words of the text are never lost, and code about Jekyll shows what was typed."""
    assert with_addresses(text) == text


@pytest.mark.parametrize(
    "before",
    [
        "[a](",
        "[a](<",
        "[a]( ",
        "[a](\n  ",
        "[a]: ",
        "[a]({{ site.url }}{{ site.baseurl }}",
        "<a href='",
        "<a\n  href='{{ site.url }}",
        "<img srcset='/a.png 1x, ",
    ],
)
def test_a_file_is_named_where_something_leads_to_it(before: str) -> None:
    """In a link, in the definition of one, in HTML; words are left as they are, and told."""
    assert with_addresses(f"{before}{{% link a.png %}}").endswith("/a.png")


def test_a_tag_among_words_is_told() -> None:
    """It was published as the path of a file that no reader has."""
    outcome = _read("See {% post_url 2016-07-26-the-sea %}.")
    assert [one.code for one in outcome.problems] == ["foreign-markup"]
    assert outcome.value is not None
    assert "{% post_url 2016-07-26-the-sea %}" in outcome.value.text


def test_columns_and_words_are_those_of_the_author() -> None:
    """Also of what follows on the line, and with ``raw`` on it."""
    line = "[a]({{ site.baseurl }}/a/) [b]({% post_url 2011-06-01-b %}#c) [d](e.md) {% gist 1 %}"
    kept = "{% raw %}{{ a }}{% endraw %} [f](g.md)"
    outcome = _read(f"{line}\n{kept}")
    assert outcome.value is not None
    places = [(one.typed or one.target, one.column) for one in outcome.value.references]
    assert places == [
        ("/a/", line.index("/a/") + 1),
        ("{% post_url 2011-06-01-b %}#c", line.index("{% post_url") + 1),
        ("e.md", line.index("e.md") + 1),
        ("g.md", kept.index("g.md") + 1),
    ]
    (gist,) = outcome.problems
    assert gist.place is not None
    assert gist.place.column == line.index("{% gist") + 1


def test_after_code_addresses_are_read_again() -> None:
    """A fence, a span and a kept part end where they end."""
    for code in ("```\na\n```", "~~~\n```\n~~~", "{% raw %} a {% endraw %}", "a ``` b"):
        text = with_addresses(f"{code}\n`x` {{{{ site.baseurl }}}}/y `z`")
        assert text == f"{code}\n`x` /y `z`"


def test_the_home_is_an_address_too() -> None:
    """A link to the site itself, which has no slash of its own."""
    assert with_addresses("[home]({{ site.url }})") == "[home](/)"
    assert with_addresses('<a href="{{ site.baseurl }}">') == '<a href="/">'


def test_a_post_is_found_by_its_name_in_whichever_folder_and_in_the_readers_language() -> None:
    """As in Jekyll, and then the translation, as any link here."""
    plan = plan_of(
        """
        posts
          en/2016-07-26-the-sea-en
          es/2016-07-26-the-sea-es translated
          2023-01-02-b-es body="[a]({% post_url 2016-07-26-the-sea-en %})"
          2023-01-02-c-en body="[a]({{ site.baseurl }}{% post_url 2016-07-26-the-sea-en %}#x)"
        """,
        config_of("url: https://example.org/repo"),
    )
    folders = plan_of(
        """
        posts
          en/2016-07-26-the-sea
          es/2016-07-26-the-sea translated
          fr/2016-07-26-the-sea translated
          2023-01-02-b-de body="[a]({% link es/news/_posts/2016-07-26-the-sea.md %})"
        """,
        config_of("languages: [en, es, fr, de]"),
    )
    assert view_at(folders, "/de/b/", TextView).body.targets == ("/es/the-sea/",)
    assert view_at(plan, "/es/b/", TextView).body.targets == ("/repo/es/the-sea/",)
    assert view_at(plan, "/c/", TextView).body.targets == ("/repo/the-sea/#x",)


def test_any_text_is_read_in_time_that_grows_with_it() -> None:
    """Backticks and braces without end are no trap."""
    for unit in ("` {{ ", "`" * 3 + " {{", "{% post_url ", "{{ '", "``` ` {{ site.url }}"):
        start = perf_counter()
        with_addresses(unit * 100_000)
        with_addresses(" ".join("`" * length for length in range(1, 900)) + "{{")
        assert perf_counter() - start < 2, unit
