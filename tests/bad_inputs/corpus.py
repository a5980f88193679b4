"""Bad, and odd but legal, inputs: each case is an overlay on a healthy site.

A case holds the files to put among the posts, steps that cannot be files (links, modes), overrides of
templates, lines for site.yml, the expected answer (error, warning, ok) and what must hold whatever
the answer is. ``tests/site/test_bad_inputs.py`` runs them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Content = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One bad input."""

    id: str
    group: str
    expect: str
    """error, warning or ok."""
    hold: list[str]
    """What must hold, in words."""
    posts: dict[str, Content] = field(default_factory=dict)
    """File name → content; large ones are made when they are needed."""
    ops: list[list[Any]] = field(default_factory=list)
    templates: dict[str, str] = field(default_factory=dict)
    config: dict[str, str] = field(default_factory=dict)
    seconds: float = 2
    """Of a processor, at most; whatever else the machine does."""
    megabytes: float = 500
    """Of memory, at the most that is held at once."""

    def put(self, posts: Path, secret: Path, secret_folder: Path) -> None:
        """Write the files of the case and take its steps."""
        for name, data in self.posts.items():
            (posts / name).write_bytes(data() if callable(data) else data)
        targets = {"@SECRET@": str(secret), "@SECRETDIR@": str(secret_folder)}
        for step, name, *rest in self.ops:
            path = posts / name
            if step == "symlink":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.symlink_to(targets.get(rest[0], rest[0]))
            elif step == "chmod":
                path.chmod(rest[0])
            elif step == "fifo":
                os.mkfifo(path)
            elif step == "mkdir":
                path.mkdir()
            elif step == "unlink":
                path.unlink()


CASES: dict[str, Case] = {}


def fm(body: str = "BADBODY text.\n", **keys: str) -> bytes:
    """A post with these keys."""
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{head}---\n\n{body}".encode()


def std(body: str = "BADBODY text.\n", title: str = "Bad post", **keys: str) -> bytes:
    """A post that is well but for its body or these keys."""
    return fm(body, title=title, date="2026-01-15", lang="en", **keys)


def case(
    id: str,
    group: str,
    expect: str,
    hold: list[str],
    posts: dict[str, Content] | None = None,
    **more: Any,
) -> None:
    """Note a case."""
    CASES[id] = Case(id=id, group=group, expect=expect, hold=hold, posts=posts or {}, **more)


N = "2026-01-15-bad.md"
NOLOSS = "pages of healthy posts are still in the output, byte-identical to a clean build"
LOC = "message names file, line and column, in one line, no traceback"
NOESC = "no file is written or changed outside output/ and the cache"
NOXSS = "parsed output has no <script> with the payload, no on* attribute, no javascript: href"

# ---- front matter
case(
    "yaml-syntax",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b'---\ntitle: "unclosed\ndate: 2026-01-15\nlang: en\n---\n\nBADBODY\n'},
)
case(
    "yaml-colon-in-title",
    "front-matter",
    "error",
    [LOC, "hint: quote the value", NOLOSS],
    {N: b"---\ntitle: Rust: a love story\ndate: 2026-01-15\n---\n\nBADBODY\n"},
)
case(
    "yaml-duplicate-key",
    "front-matter",
    "error",
    ["names key and both lines", NOLOSS],
    {N: b"---\ntitle: First\ntitle: Second\ndate: 2026-01-15\n---\n\nBADBODY\n"},
)
case(
    "yaml-list",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"---\n- title\n- date\n---\n\nBADBODY\n"},
)
case(
    "yaml-unclosed-block",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"---\ntitle: Never closed\ndate: 2026-01-15\n\nBADBODY\n"},
)
case(
    "yaml-python-object",
    "front-matter",
    "error",
    ["no code runs: marker file PWNED is absent", LOC, NOLOSS],
    {
        N: b'---\ntitle: !!python/object/apply:os.system ["touch PWNED ../PWNED"]\ndate: 2026-01-15\n---\n\nBADBODY\n'
    },
)
bomb = "---\ntitle: Bomb\ndate: 2026-01-15\na: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
for p, c in zip("abcdefgh", "bcdefghi", strict=True):
    bomb += f"{c}: &{c} [" + ",".join(["*" + p] * 9) + "]\n"
case(
    "yaml-alias-bomb",
    "front-matter",
    "error",
    ["ends in < 2 s", "peak RSS < 300 MB", NOLOSS],
    {N: (bomb + "---\n\nBADBODY\n").encode()},
)
case(
    "yaml-deep-nesting",
    "front-matter",
    "error",
    ["no RecursionError traceback, no segfault", NOLOSS],
    {
        N: b"---\ntitle: Deep\nx: "
        + b"[" * 5000
        + b"]" * 5000
        + b"\ndate: 2026-01-15\n---\n\nBADBODY\n"
    },
)
case(
    "date-impossible",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: fm(title="Bad date", date="2026-13-45")},
)
case(
    "date-words",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: fm(title="Bad date", date="next tuesday")},
)
case(
    "date-forms",
    "front-matter",
    "ok",
    ["all four are read as the same day in the site time zone"],
    {
        "2026-01-15-f1.md": fm(title="F1", date="2026-01-15"),
        "2026-01-15-f2.md": fm(title="F2", date="2026-01-15 10:00:00 +0800"),
        "2026-01-15-f3.md": fm(title="F3", date="2026-01-15T02:00:00Z"),
        "2026-01-15-f4.md": fm(title="F4", date='"2026-01-15 10:00"'),
    },
)
case(
    "title-missing",
    "front-matter",
    "warning",
    ["a title is made from the file name", NOLOSS],
    {N: fm(date="2026-01-15")},
)
case("empty-file", "front-matter", "warning", ["message names the file", NOLOSS], {N: b""})
case("body-empty", "front-matter", "ok", [NOLOSS], {N: fm("", title="No body", date="2026-01-15")})
# ---- encoding
case(
    "utf8-invalid",
    "encoding",
    "error",
    ["message names file and byte offset or line", NOLOSS],
    {N: std("caf\u00e9 BADBODY\n").replace("\u00e9".encode(), b"\xe9")},
)
case(
    "utf16",
    "encoding",
    "error",
    ["message says UTF-16 and how to convert", NOLOSS],
    {N: std().decode().encode("utf-16")},
)
case(
    "utf8-bom",
    "encoding",
    "ok",
    ["front matter is read; no U+FEFF in output"],
    {N: b"\xef\xbb\xbf" + std()},
)
case(
    "crlf",
    "encoding",
    "ok",
    ["same output as the LF twin"],
    {N: std("BADBODY\n\n- a\n- b\n").replace(b"\n", b"\r\n")},
)
case(
    "cr-only",
    "encoding",
    "ok",
    ["same output as the LF twin, or a warning"],
    {N: std("BADBODY\n").replace(b"\n", b"\r")},
)
case(
    "nul-byte",
    "encoding",
    "warning",
    ["no NUL in output (U+FFFD or error)", NOLOSS],
    {N: std("BADBODY a\x00b\n")},
)
# ---- output safety
P = "</script><script>alert(1)</script>"
case(
    "title-script",
    "escaping",
    "ok",
    [NOXSS, "feeds well-formed", "JSON-LD parses and holds the exact title"],
    {N: std(title=f"'{P}'")},
)
case(
    "title-attr",
    "escaping",
    "ok",
    [NOXSS],
    {
        N: std(
            title='\'" onmouseover="alert(1)" x="\'', description='\'" onmouseover="alert(1)" x="\''
        )
    },
)
case(
    "link-javascript",
    "escaping",
    "ok",
    [NOXSS, "a warning names the line"],
    {
        N: std(
            "BADBODY [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [e](vbscript:x) <javascript:alert(1)>\n\n[f]\n\n[f]: javascript:alert(1)\n"
        )
    },
)
case(
    "raw-script",
    "escaping",
    "ok",
    ["policy: kept for the site's own author, escaped when raw_html: escape"],
    {N: std('BADBODY\n\n<script>alert(1)</script>\n\n<img src=x onerror="alert(1)">\n')},
)
case(
    "image-attrs",
    "escaping",
    "ok",
    [NOXSS],
    {
        N: std(
            'BADBODY ![a" onerror="alert(1)](x.png \'y" onerror="alert(1)\') [t](https://example.org/ok \'z" onmouseover="alert(1)\')\n'
        )
    },
)
case(
    "heading-id",
    "escaping",
    "ok",
    [NOXSS],
    {
        N: std(
            'BADBODY\n\n## <script>alert(1)</script> "x" onclick="alert(1)"\n\n## a {#x" onclick="alert(1)"}\n'
        )
    },
)
case(
    "template-syntax-body",
    "escaping",
    "ok",
    ["{{ 7*7 }} is shown as typed: no 49, no file included, no error", NOLOSS],
    {
        N: std(
            "BADBODY {{ 7*7 }} {{ self.__init__.__globals__ }} {{ config }} {{ site.config }} {{< x >}} {# c #}\n"
        )
    },
)
# ---- paths and URLs
case("permalink-dotdot", "paths", "error", [NOESC, LOC], {N: std(permalink="/../../escaped.html")})
case(
    "permalink-backslash",
    "paths",
    "error",
    [NOESC, LOC],
    {N: std(permalink="'/..\\..\\escaped.html'")},
)
case("slug-dotdot", "paths", "error", [NOESC, LOC], {N: std(slug="../../escaped")})
case(
    "collision-permalink",
    "paths",
    "error",
    ["names both files and the URL", "neither page silently wins"],
    {
        "2026-01-15-one.md": std("BADBODY ONE\n", permalink="/same/"),
        "2026-01-16-two.md": std("BADBODY TWO\n", permalink="/same/"),
    },
)
case(
    "collision-case",
    "paths",
    "error",
    ["names both files (fails on macOS and Windows otherwise)"],
    {
        "2026-01-15-one.md": std("BADBODY ONE\n", permalink="/About-X/"),
        "2026-01-16-two.md": std("BADBODY TWO\n", permalink="/about-x/"),
    },
)
case(
    "collision-home",
    "paths",
    "error",
    ["home page is not overwritten; message names the post"],
    {N: std(permalink="/index.html")},
)
case(
    "slug-300",
    "paths",
    "error",
    ["no half-written file; message gives the limit (255 bytes)", NOLOSS],
    {N: std(slug="x" * 300, permalink="/" + "x" * 300 + "/")},
)
case(
    "name-odd",
    "paths",
    "ok",
    ["each page is reachable by the link the index shows", "links are percent-encoded once"],
    {
        "2026-01-15-with space.md": std("BADBODY S1\n", title="Space"),
        "2026-01-15-100%25-sure.md": std("BADBODY S2\n", title="Percent"),
        "2026-01-15-c#-and-?q=1&b.md": std("BADBODY S3\n", title="Hash"),
        "2026-01-15-\U0001f680-\u4f60\u597d.md": std("BADBODY S4\n", title="Emoji"),
        '2026-01-15-it\'s "quoted".md': std("BADBODY S5\n", title="Quote"),
    },
)
# ---- file system
case(
    "symlink-loop",
    "filesystem",
    "warning",
    ["ends in < 10 s", NOLOSS],
    {N: std()},
    ops=[["symlink", "loopdir/again", ".."], ["symlink", "self", "self"]],
)
case(
    "symlink-outside",
    "filesystem",
    "error",
    ["no TOPSECRET in output"],
    {},
    ops=[["symlink", "2026-01-15-leak.md", "@SECRET@"], ["symlink", "leakdir", "@SECRETDIR@"]],
)
case(
    "unreadable",
    "filesystem",
    "error",
    ["names the file", NOLOSS],
    {N: std()},
    ops=[["chmod", N, 0]],
)
case("directory-named-md", "filesystem", "ok", [NOLOSS], {}, ops=[["mkdir", "2026-01-15-dir.md"]])
case(
    "editor-litter",
    "filesystem",
    "ok",
    ["no litter is published", NOLOSS],
    {
        ".#2026-01-15-bad.md": std("BADBODY\n"),
        "2026-01-15-bad.md~": std("BADBODY\n"),
        ".2026-01-15-bad.md.swp": b"b0VIM BADBODY\x00\x01",
        "#2026-01-15-bad.md#": std("BADBODY\n"),
        "4913": b"BADBODY",
    },
)
# ---- size and complexity
case(
    "paragraph-5mb",
    "size",
    "ok",
    ["ends in < 20 s", "peak RSS < 1 GB", NOLOSS],
    {N: lambda: std("BADBODY " + "lorem *ipsum* dolor `sit` amet " * 165000 + "\n")},
    seconds=20,
    megabytes=1000,
)
case(
    "blockquote-5000",
    "size",
    "error",
    ["ends in < 5 s", "no RecursionError; page kept or a clear nesting-limit error", NOLOSS],
    {N: lambda: std(">" * 5000 + " BADBODY\n")},
)
case(
    "brackets-50000",
    "size",
    "ok",
    ["ends in < 5 s", NOLOSS],
    {N: lambda: std("BADBODY " + "[" * 50000 + "\n")},
)
case(
    "links-open-20000",
    "size",
    "ok",
    ["ends in < 5 s", NOLOSS],
    {N: lambda: std("BADBODY " + "[a](" * 20000 + "\n")},
)
case(
    "backticks-2000",
    "size",
    "ok",
    ["ends in < 5 s", NOLOSS],
    {N: lambda: std("BADBODY " + " ".join("`" * i for i in range(1, 2000)) + "\n")},
)
case(
    "html-open-5000",
    "size",
    "ok",
    ["ends in < 5 s", NOLOSS],
    {N: lambda: std("BADBODY\n\n" + "<div>" * 5000 + "\n")},
)
case(
    "refdefs-5000",
    "size",
    "ok",
    ["ends in < 5 s", "output grows linearly", NOLOSS],
    {N: lambda: std("BADBODY\n\n" + "[x]: /" + "u" * 5000 + "\n\n" + "[x] " * 5000 + "\n")},
    seconds=5,
)
# ---- templates and site
case(
    "layout-missing",
    "templates",
    "error",
    ["names post, layout and the layouts that exist", NOLOSS],
    {N: std(layout="nope")},
)
case(
    "template-circular",
    "templates",
    "error",
    ["names the cycle", "no stack overflow", NOLOSS],
    {N: std()},
    templates={"post": "self_include"},
)
case(
    "template-syntax",
    "templates",
    "error",
    ["names template, line", NOLOSS],
    {N: std()},
    templates={"post": "syntax_error"},
)
case(
    "link-missing-post",
    "templates",
    "error",
    ["names file, line and target", NOLOSS],
    {N: std("BADBODY [x](2026-01-01-not-there.md) [y](/nowhere/)\n")},
)
case(
    "translation-orphan",
    "templates",
    "ok",
    ["a plain notice, no link to an original", "no hreflang to a page that is not built"],
    {N: std(translated="true", translation_key="not-there")},
)
case(
    "config-syntax",
    "templates",
    "error",
    [LOC, "nothing is written"],
    {N: std()},
    config={"append": "\n\tbad: [unclosed\n"},
)
# ---- publication rules
case(
    "draft",
    "drafts",
    "ok",
    [
        "DRAFTBODY in no output file: page, index, feed, sitemap, search index, tag page, cache served to the web"
    ],
    {N: std("DRAFTBODY\n", title="DRAFTTITLE", draft="true", tags="[DRAFTTAG]")},
)
case(
    "published-false",
    "drafts",
    "ok",
    ["same as draft (Jekyll key)"],
    {N: std("DRAFTBODY\n", title="DRAFTTITLE", published="false", tags="[DRAFTTAG]")},
)
case(
    "draft-yaml-error",
    "drafts",
    "error",
    ["a post whose front matter cannot be read is NOT published (fail closed)", LOC],
    {
        N: b'---\ndraft: true\npublished: false\ntitle: "unclosed DRAFTTITLE\ndate: 2026-01-15\nlayout: post\n---\n\nDRAFTBODY\n'
    },
)
case(
    "draft-unclosed-block",
    "drafts",
    "error",
    ["not published", LOC],
    {N: b"---\ndraft: true\npublished: false\ntitle: DRAFTTITLE\ndate: 2026-01-15\n\nDRAFTBODY\n"},
)
case(
    "draft-string",
    "drafts",
    "error",
    ['draft: "yes" is an error or a draft, never published'],
    {
        N: b"---\ndraft: 'yes'\npublished: 'no'\ntitle: DRAFTTITLE\ndate: 2026-01-15\n---\n\nDRAFTBODY\n"
    },
)
case(
    "draft-linked",
    "drafts",
    "warning",
    ["a published post that links to a draft gets a message; no draft title in output"],
    {
        "2026-01-15-bad.md": std(
            "DRAFTBODY\n", title="DRAFTTITLE", draft="true", published="false"
        ),
        "2026-01-16-pub.md": std("BADBODY [see](2026-01-15-bad.md)\n", title="Public"),
    },
)
case(
    "future-post",
    "drafts",
    "ok",
    ["not in output unless --future; a notice says when it will be"],
    {"2999-01-15-bad.md": fm("DRAFTBODY\n", title="DRAFTTITLE", date="2999-01-15")},
)
case(
    "post-deleted",
    "drafts",
    "ok",
    ["after the rebuild the old page, feed entry and tag page are gone"],
    {},
    ops=[["unlink", "2026-01-10-control-a.md"]],
)
