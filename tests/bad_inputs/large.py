"""Large inputs, and small ones that are made to take long: each is read in time, or refused.

    emphasis that never ends · quotes in quotes · a table of a million cells · ten thousand notes

The time and memory of every case are measured in a process of its own. What is linear but large
says its own bounds; everything else has those of ``Case``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.bad_inputs.corpus import LOC, NOLOSS, N, case, fm, std

ALMOST = 29_990
"""Lines; a content file may have 30,000."""

CODE = (
    *("python", "javascript", "typescript", "bash", "html", "css", "json", "toml", "java", "c"),
    *("kotlin", "cpp", "csharp", "go", "rust", "ruby", "php", "swift", "sql", "markdown", "latex"),
    *("diff", "make", "lua", "perl", "r", "scala", "haskell", "elixir", "graphql", "groovy"),
)


def large(id: str, expect: str, make: Callable[[], str], **bounds: Any) -> None:
    """Note a case whose body is made when it is needed."""
    hold = [NOLOSS, LOC] if expect == "error" and "without_line" not in bounds else [NOLOSS]
    bounds.pop("without_line", None)
    case(id, "size", expect, hold, {N: lambda: std("BADBODY\n\n" + make())}, **bounds)


def front(id: str, expect: str, make: Callable[[], bytes], **bounds: Any) -> None:
    """Note a case whose front matter is what takes long."""
    case(id, "size", expect, [NOLOSS], {N: make}, **bounds)


def lines(*parts: str) -> str:
    """As many lines as a file may have, the parts one after the other again and again."""
    return "".join(parts) * (ALMOST // sum(part.count("\n") for part in parts) - 20)


# ---- blocks in blocks
large("lists-49-deep", "error", lambda: "".join("  " * (i % 49) + "- x\n" for i in range(29_000)))
large("list-48-deep", "ok", lambda: "".join("  " * min(i, 48) + "- x\n" for i in range(9_000)))
large("list-in-one-line", "error", lambda: "- " * 100_000 + "a\n")
large("rules-in-one-line", "ok", lambda: "* " * 100_000 + "\n")
large("quotes-growing", "error", lambda: "".join(">" * (i % 90) + " x\n" for i in range(20_000)))
large("quotes-apart", "error", lambda: "".join("> " * (i % 49) + "x\n\n" for i in range(12_000)))
large("quotes-lazy", "error", lambda: ">" * 48 + " x\n" + "x\n" * 29_000)
large("alerts", "ok", lambda: lines("> [!NOTE]\n> a\n", "\n"))
large(
    "alerts-nested", "error", lambda: "".join("> " * (i % 40) + "[!NOTE]\n" for i in range(20_000))
)
large("terms", "ok", lambda: "a\n: b\n\n" * 9_000)
large("bullets", "ok", lambda: lines("- a\n"))
large("bullets-turned-numbers", "ok", lambda: "1. a\n- b\n" * 10_000)
large("tasks", "ok", lambda: "- [x] a\n" * 20_000)
large("fences", "ok", lambda: lines("```python\na = 1\n```\n", "\n"))
large("fence-never-closed", "ok", lambda: lines("```a\n"))
large("paragraph-of-30000-lines", "ok", lambda: lines("word\n"))
large("line-ends-only", "ok", lambda: "\n" * ALMOST + "a\n")
large("lines-too-many", "error", lambda: "a\n" * 100_000, without_line=True)
large("spaces-1mb", "ok", lambda: " " * 1_000_000 + "a\n")
large("tabs-100000", "ok", lambda: "\t" * 100_000 + "a\n")
# ---- headings, notes, references, abbreviations
large("headings-numbered", "ok", lambda: "# Same\n# Same-1\n# Same-2\n" * 5_000)
large("headings-one-id", "ok", lambda: "# A {#x}\n" * 10_000)
large("heading-400kb", "ok", lambda: "# " + "a b " * 100_000 + "\n")
large(
    "footnotes-10000",
    "ok",
    lambda: (
        "".join(f"[^{i}]" for i in range(10_000))
        + "\n\n"
        + "".join(f"[^{i}]: n\n\n" for i in range(9_000))
    ),
)
large("footnotes-in-a-row", "ok", lambda: "".join(f"[^{i}]: [^{i + 1}]\n\n" for i in range(9_000)))
large("footnote-20000-uses", "error", lambda: "[^1]" * 20_000 + "\n\n[^1]: n\n")
large("footnotes-open", "ok", lambda: "[^" * 24_000 + "\n")
large("references-25000", "ok", lambda: "".join(f"[x{i}]: /u{i}\n" for i in range(25_000)))
large("reference-never-closed", "ok", lambda: '[x]: b "' + "x\n" * 29_000)
large("reference-labels", "warning", lambda: "[a][b" * 20_000 + "\n")
large(
    "abbreviations-9000",
    "error",
    lambda: "".join(f"*[{'a' * (i % 200 + 1)}{i}]: x\n" for i in range(9_000)) + "a" * 50_000,
)
large("abbreviation-10kb", "error", lambda: f"*[A]: {'x' * 10_000}\n\n" + "A " * 10_000)
# ---- words and marks
large("emphasis", "warning", lambda: "*a **b " * 30_000 + "\n")
large("emphasis-in-words", "ok", lambda: "a**b" * 20_000 + "c* " * 5_000 + "\n")
large("emphasis-run", "warning", lambda: "*" * 50_000 + "a" + "*" * 50_000 + "\n")
large("strikethrough", "warning", lambda: "~~a ~b " * 20_000 + "\n")
large("brackets-with-words", "ok", lambda: "[a " * 50_000 + "\n")
large("pictures-open", "ok", lambda: "![" * 16_000 + "\n")
large("pictures-in-angles", "ok", lambda: "![[](<" * 10_000 + "\n")
large("link-titles-open", "ok", lambda: '[a](b "' * 15_000 + "\n")
large("backticks-uneven", "ok", lambda: "`a``b" * 15_000 + "\n")
large("backslashes", "warning", lambda: "\\" * 100_000 + "\n")
large("entities", "ok", lambda: "&amp;" * 49_000 + "\n")
large("entities-open", "warning", lambda: "&#" * 60_000 + "\n")
large("attributes-in-a-row", "ok", lambda: "*a*" + "{.abcdef}" * 20_000 + "\n")
large("attributes-of-one-heading", "ok", lambda: "# H {" + "a=b " * 30_000 + "}\n")
large("attributes-open", "ok", lambda: "{.a " * 50_000 + "\n")
large("attributes-of-items", "ok", lambda: "- a\n  {: .b}\n" * 14_000)
large("spans", "ok", lambda: "[a]{.b} " * 12_000 + "\n")
large("quotation-marks", "ok", lambda: "\"a' " * 50_000 + "\n")
large("words-all-different", "ok", lambda: " ".join(f"w{i:x}q" for i in range(60_000)) + "\n")
large("chinese-1500000", "ok", lambda: "".join(chr(0x4E00 + i % 20_000) for i in range(1_500_000)))
large("hindi-marks", "ok", lambda: ("क" + "ं" * 40 + "1 ") * 1_000 + "\n")
large("marks-on-one-letter", "ok", lambda: "a" + "\u0301" * 500_000 + "\n")
large("line-of-5mb", "ok", lambda: "a" * 5_000_000 + "\n")
# ---- addresses
large("addresses-20000", "ok", lambda: "http://a.b " * 20_000 + "\n")
large("addresses-without-host", "ok", lambda: "http://:" * 20_000 + "\n")
large("addresses-of-brackets", "ok", lambda: "http://(" * 20_000 + "\n")
large("addresses-in-a-row", "ok", lambda: "http://" * 50_000 + "\n")
large("address-of-brackets", "ok", lambda: "http://a.b/" + "(" * 50_000 + ")" * 50_000 + "\n")
large("mail-names", "ok", lambda: "a@a" * 30_000 + "\n")
large("mail-20000", "ok", lambda: "a@a.b " * 20_000 + "\n")
large("www", "ok", lambda: "www." * 50_000 + "\n")
large("links-unsafe", "warning", lambda: "".join(f"[a](file:{i}) " for i in range(12_000)) + "\n")
large("links-nowhere", "error", lambda: "".join(f"[a](x{i}.md) " for i in range(10_000)) + "\n")
large("anchors-nowhere", "warning", lambda: "".join(f"[a](#x{i}) " for i in range(10_000)) + "\n")
large("pictures-missing", "warning", lambda: "![a](b.png)\n\n" * 10_000)
large("picture-of-2mb-inline", "ok", lambda: f"![a](data:image/png;base64,{'A' * 2_000_000})\n")
# ---- formulas, tables, code
large("formulas-15000", "ok", lambda: "$a$ " * 15_000 + "\n")
large("formula-blocks", "ok", lambda: lines("$$\na\n$$\n", "\n"))
large("formula-deep", "ok", lambda: "$" + "{" * 4_900 + "}" * 4_900 + "$\n")
large("formula-long", "error", lambda: "$" + r"\sqrt " * 20_000 + "x$\n")
large("amount-of-spaces", "error", lambda: "$1" + " " * 100_000 + "x$\n")
large("dollars-alone", "error", lambda: "$" * 40_000 + "a" + "$" * 9_000 + "\n")
large("table-of-580000-cells", "error", lambda: "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + lines("|1" * 20 + "|\n"))  # fmt: skip
large("table-of-50000-cells", "ok", lambda: "|a" * 10 + "|\n" + "|-" * 10 + "|\n" + ("|1" * 10 + "|\n") * 5_000)  # fmt: skip
large("table-of-empty-cells", "error", lambda: "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|b|\n" * 2_000)  # fmt: skip
large("tables-7000", "ok", lambda: "|a|\n|-|\n|b|\n\n" * 7_000)
large("pipes", "ok", lambda: "|" * 200_000 + "\n")
large(
    "code-of-java-words",
    "ok",
    lambda: "".join(f"```java\n{'a' + chr(10)}{f'b{i}' + chr(10)}```\n" for i in range(7_000)),
)
large(
    "code-of-java-lines",
    "ok",
    lambda: "".join(f"```java\n{('a' + chr(10)) * 9_000}{i}\n```\n" for i in range(3)),
)
large(
    "code-that-is-none",
    "ok",
    lambda: "".join(f"```yaml\n{('`' * 100 + chr(10)) * 190}{i}\n```\n" for i in range(100)),
)
large(
    "code-in-many-languages",
    "ok",
    lambda: "".join(f"```{name}\n" + 'a="\\({[<!-- /*\n' * 300 + "```\n" for name in CODE),
)
# ---- the author's own HTML
large("html-open", "ok", lambda: "<a " * 40_000 + "\n")
large("html-details", "warning", lambda: "<details><summary>" * 20_000 + "\n")
large("html-crossed", "warning", lambda: "<b><i></b></i>" * 8_000 + "\n")
large("html-inline", "warning", lambda: "<p><b>" * 20_000 + "\n")
large("html-closing", "warning", lambda: "</div>" * 40_000 + "\n")
large("html-scripts-open", "warning", lambda: "<script>" * 40_000 + "\n")
large("html-comments-open", "warning", lambda: "<p>\n" + "<!--" * 30_000 + "\n")
large("html-link-quotes", "ok", lambda: "<p>\n" + '<a href="' * 20_000 + "\n")
large("html-picture-quotes", "ok", lambda: "<p>\n" + '<img alt="' * 20_001 + "\n")
large("html-links-with-tabs", "warning", lambda: 'x <a\thref="#">' * 12_000 + "\n")
large("html-meta", "ok", lambda: "<p>\n" + "<meta " * 40_000 + "\n")
large(
    "html-notes-in-excerpt",
    "warning",
    lambda: "<p>\n" + '<sup class="footnote-ref">' * 10_000 + "\n\n<!--more-->\n\nx\n",
)
# ---- what is left of other builders
large("liquid-15000", "warning", lambda: "{% a %}" * 15_000 + "\n")
large("liquid-word", "ok", lambda: "{% " + "a" * 200_000 + "\n")
large("liquid-raw-open", "warning", lambda: "{% raw %}" * 15_000 + "endraw\n")
large("liquid-code-open", "warning", lambda: "{% highlight a %}\n" * 15_000 + "> {% endhighlight %}\n")  # fmt: skip
large("liquid-code-name", "ok", lambda: "{% highlight " + "a" * 200_000 + "\n")
# ---- pictures
case(
    "drawing-of-beginnings",
    "size",
    "warning",
    [NOLOSS],
    {N: std("BADBODY ![x](p.svg)\n"), "p.svg": lambda: b"<svg " * 200_000},
)
# ---- characters
large("controls-500000", "warning", lambda: "\x01" * 500_000 + "\n")
large("line-separators", "ok", lambda: "a\u2028" * 300_000 + "\n")
# ---- front matter
front("keys-100000", "error", lambda: fm(**{f"k{i}": "v" for i in range(100_000)}))
front("front-matter-blank", "ok", lambda: b"---\ntitle: x\n" + b"\n" * 25_000 + b"---\nBADBODY\n")
front("front-matter-colons", "error", lambda: fm(title="a: b" + " " * 60_000 + "c"))
front("front-matter-quote-open", "error", lambda: fm(title='"' + "a\\" * 30_000))
front("front-matter-braces", "error", lambda: fm(title="x", x="{a: " * 5_000))
front("front-matter-dashes", "error", lambda: b"---\n" + b"- " * 30_000 + b"\n---\nBADBODY\n")
front("front-matter-questions", "error", lambda: b"---\n" + b"? " * 20_000 + b"\n---\nBADBODY\n")
front("title-60kb", "ok", lambda: fm(title=f"'{'a <b> & ' * 7_000}'"))
front("redirects-1000", "ok", lambda: std(redirect_from=str([f"/r{i}/" for i in range(1_000)])))
# Every tag is a page and a feed.
front("tags-400", "ok", lambda: std(tags=f"[{', '.join(f't{i}' for i in range(400))}]"))
