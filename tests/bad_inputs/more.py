"""More bad, and odd but legal, inputs, found by asking what a person's disk and habits can bring."""

from __future__ import annotations

from tests.bad_inputs.corpus import LOC, NOESC, NOLOSS, NOXSS, N, case, fm, std

PAYLOAD = "</script><script>alert(1)</script>"

# ---- front matter
case(
    "tab-indent",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"---\ntitle: Tab\ntags:\n\t- a\n---\n\nBADBODY\n"},
)
case(
    "merge-key",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"---\n<<: {draft: false}\ntitle: Merge\n---\n\nBADBODY\n"},
)
case(
    "complex-key",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"---\n? [a, b]\n: c\ntitle: Complex\n---\n\nBADBODY\n"},
)
case(
    "number-key",
    "front-matter",
    "warning",
    ["an unknown key, named", NOLOSS],
    {N: fm(title="Number", **{"1": "one"})},
)
case(
    "tags-mapping",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: std(tags="{a: b}")},
)
case(
    "tags-nested",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: std(tags="[[a, b], c]")},
)
case(
    "tags-of-every-kind",
    "front-matter",
    "ok",
    ["tags stay the text that was typed: no, 3.10, 12:30"],
    {N: std(tags="[no, 3.10, 12:30, 'null', 010]")},
)
case("title-list", "front-matter", "error", [LOC, NOLOSS], {N: fm(title="[a, b]")})
case(
    "title-null",
    "front-matter",
    "warning",
    ["a title is made from the file name", NOLOSS],
    {N: fm(title="")},
)
case(
    "title-folded",
    "front-matter",
    "ok",
    ["one line of title"],
    {N: b"---\ntitle: >-\n  Folded\n  title\n---\n\nBADBODY\n"},
)
case(
    "title-with-line-end",
    "front-matter",
    "ok",
    [NOXSS, "one line of title in head and feed"],
    {N: b"---\ntitle: |\n  Two\n  lines\n---\n\nBADBODY\n"},
)
case(
    "title-10000",
    "front-matter",
    "ok",
    [NOLOSS],
    {N: fm(title="long " * 2000)},
)
case(
    "front-matter-100kb",
    "front-matter",
    "error",
    [NOLOSS],
    {N: fm(title="Big", description="x" * 100_000)},
)
case(
    "front-matter-dots",
    "front-matter",
    "ok",
    ["Jekyll ends front matter with ... too"],
    {N: b"---\ntitle: Dots\n...\n\nBADBODY\n"},
)
case(
    "front-matter-spaces",
    "front-matter",
    "ok",
    ["spaces after the dashes are seen by nobody"],
    {N: b"---  \ntitle: Spaces\n---\t\n\nBADBODY\n"},
)
case(
    "front-matter-after-blank",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"\n\n---\ntitle: Late\ndraft: true\n---\n\nBADBODY\n"},
)
case(
    "front-matter-four-dashes",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b"----\ntitle: Four\ndraft: true\n----\n\nBADBODY\n"},
)
case(
    "front-matter-toml",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: b'+++\ntitle = "Toml"\ndraft = true\n+++\n\nBADBODY\n'},
)
case(
    "no-front-matter",
    "front-matter",
    "warning",
    ["a title is made from the file name, as Jekyll does for posts"],
    {N: b"BADBODY and nothing else.\n"},
)
case(
    "only-front-matter",
    "front-matter",
    "ok",
    [NOLOSS],
    {N: b"---\ntitle: Only this\n---"},
)
case(
    "date-year-one",
    "front-matter",
    "ok",
    [NOLOSS],
    {N: fm(title="Old", date="0001-01-01")},
)
case(
    "date-year-9999",
    "front-matter",
    "ok",
    ["held back, and said when it will appear"],
    {N: fm("DRAFTBODY\n", title="DRAFTTITLE", date="9999-12-31")},
)
case(
    "date-beyond-the-calendar",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: fm("DRAFTBODY\n", title="DRAFTTITLE", date="9999-12-31 23:59:59 -0800")},
)
case("date-list", "front-matter", "error", [LOC, NOLOSS], {N: fm(title="L", date="[2026, 1]")})
case(
    "file-date-impossible",
    "front-matter",
    "error",
    ["names the file", NOLOSS],
    {"2026-02-30-bad.md": fm(title="Feb")},
)
case(
    "file-name-only-a-date",
    "front-matter",
    "error",
    ["names the file", NOLOSS],
    {"2026-01-15-.md": fm(title="Named only by its title")},
)
case(
    "post-without-any-date",
    "front-matter",
    "error",
    ["names the file", NOLOSS],
    {"undated.md": fm(title="When")},
)
case(
    "lang-unknown",
    "front-matter",
    "error",
    [LOC, NOLOSS],
    {N: fm(title="L", lang="klingon")},
)
case(
    "lang-against-name",
    "front-matter",
    "error",
    [NOLOSS],
    {"2026-01-15-bad-es.md": fm(title="L", lang="en")},
)
case(
    "lang-script",
    "front-matter",
    "error",
    [LOC, NOXSS],
    {N: fm(title="L", lang="'\"><script>alert(1)</script>'")},
)
case(
    "two-of-one-language",
    "front-matter",
    "error",
    ["names both files", NOLOSS],
    {
        "2026-01-15-bad.md": fm(title="One", translation_key="k"),
        "2026-01-16-bad.md": fm(title="Two", translation_key="k"),
    },
)
case(
    "two-originals",
    "front-matter",
    "warning",
    ["names both files"],
    {"2026-01-15-bad.md": fm(title="One"), "2026-01-15-bad-es.md": fm(title="Uno")},
)
case(
    "dunder-keys",
    "front-matter",
    "warning",
    ["unknown keys, not our own machinery"],
    {N: fm(title="D", __class__="x", content="y", handler="z", metadata="m")},
)
# ---- drafts
for word in ("True", "TRUE", "yes", "on", "1", "'true'", "y"):
    case(
        f"draft-{word.strip(chr(39))}{'-quoted' if chr(39) in word else ''}",
        "drafts",
        "ok" if word in {"True", "TRUE"} else "error",
        ["a draft or an error, never published"],
        {N: std("DRAFTBODY\n", title="DRAFTTITLE", draft=word)},
    )
for key in ("Draft", "drafts", "DRAFT", "draf", "publish", "Published", "publised"):
    case(
        f"draft-key-{key}",
        "drafts",
        "error",
        [LOC, "a near miss of a key that hides is an error"],
        {N: std("DRAFTBODY\n", title="DRAFTTITLE", **{key: "true"})},
    )
case(
    "draft-translation-of-public",
    "drafts",
    "ok",
    ["the original does not offer it"],
    {
        "2026-01-15-bad.md": std("BADBODY\n", title="Public"),
        "2026-01-15-bad-es.md": fm(
            "DRAFTBODY\n", title="DRAFTTITLE", translated="true", draft="true", tags="[DRAFTTAG]"
        ),
    },
)
case(
    "draft-original-of-public",
    "drafts",
    "ok",
    ["the translation names no original, and borrows nothing from it"],
    {
        "2026-01-15-bad.md": std(
            "DRAFTBODY\n", title="DRAFTTITLE", draft="true", tags="[DRAFTTAG]"
        ),
        "2026-01-15-bad-es.md": fm("BADBODY\n", title="Pública", translated="true"),
    },
)
case(
    "draft-with-picture",
    "drafts",
    "ok",
    ["a file that only a draft refers to is not published"],
    {
        N: std("DRAFTBODY ![x](DRAFT-picture.png)\n", title="DRAFTTITLE", draft="true"),
        "DRAFT-picture.png": b"DRAFTPIXELS",
    },
)
case(
    "draft-redirect",
    "drafts",
    "ok",
    ["its old addresses are not published either"],
    {N: std("DRAFTBODY\n", title="DRAFTTITLE", draft="true", redirect_from="[/DRAFTOLD/]")},
)
# ---- encoding
case(
    "line-separator",
    "encoding",
    "ok",
    ["U+2028 and U+2029 do not end a string of JSON or a line of a script"],
    {N: std("BADBODY a\u2028b\u2029c\n")},
)
case(
    "line-separator-in-title",
    "encoding",
    "error",
    [LOC, NOLOSS],
    {N: std(title='"a\u2028b"')},
)
case(
    "bidi-override",
    "encoding",
    "error",
    [LOC, "a title that reads as what it is not is refused"],
    {N: std("BADBODY\n", title='"abc\u202egpj.exe"')},
)
case(
    "escape-character",
    "encoding",
    "warning",
    ["no control character in a feed: XML forbids it", "none in the terminal either"],
    {N: std("BADBODY \x1b[31mred\x1b[0m \x07\n")},
)
case(
    "lone-surrogate",
    "encoding",
    "error",
    ["not UTF-8", NOLOSS],
    {N: std("BADBODY \n").replace(b"BADBODY ", b"BADBODY \xed\xa0\x80")},
)
case(
    "overlong",
    "encoding",
    "error",
    ["an overlong slash is not UTF-8", NOLOSS],
    {N: std("BADBODY \n").replace(b"BADBODY ", b"BADBODY \xc0\xaf")},
)
case(
    "control-in-title",
    "encoding",
    "error",
    [LOC, NOLOSS],
    {N: b'---\ntitle: "a\\x07b\\0c"\n---\n\nBADBODY\n'},
)
case(
    "not-a-character",
    "encoding",
    "warning",
    ["U+FFFE and U+FFFF are forbidden in XML"],
    {N: std("BADBODY \ufffe\uffff\n")},
)
# ---- escaping
case(
    "tag-script",
    "escaping",
    "ok",
    [NOXSS, "feeds well-formed"],
    {N: std(tags=f"['{PAYLOAD}', 'a&b', '\"q\"']")},
)
case(
    "description-script",
    "escaping",
    "ok",
    [NOXSS],
    {N: std(description=f"'{PAYLOAD} ]]> --> '")},
)
case("author-script", "escaping", "ok", [NOXSS], {N: std(author=f"'{PAYLOAD}'")})
case(
    "series-script",
    "escaping",
    "ok",
    [NOXSS],
    {N: std(series=f"'\" onmouseover=alert(1) {PAYLOAD}'")},
)
case(
    "cdata-end",
    "escaping",
    "ok",
    ["feeds well-formed"],
    {N: std("BADBODY ]]> ]]&gt; <![CDATA[ x ]]>\n", title="'a ]]> b'")},
)
case(
    "fence-info",
    "escaping",
    "ok",
    [NOXSS],
    {N: std('BADBODY\n\n```"><script>alert(1)</script>\nx\n```\n')},
)
case(
    "footnote-label",
    "escaping",
    "ok",
    [NOXSS],
    {N: std('BADBODY [^"><script>x]\n\n[^"><script>x]: note\n')},
)
case(
    "attribute-handlers",
    "escaping",
    "ok",
    [NOXSS],
    {
        N: std(
            'BADBODY\n\n## Head {onclick="alert(1)" style="x"}\n\n[a](https://example.com/){onmouseover=alert(1)}\n'
        )
    },
)
case(
    "link-javascript-control",
    "escaping",
    "warning",
    [NOXSS],
    {N: std("BADBODY [a](java&#9;script:alert(1)) [b](//evil.example\\@x)\n")},
)
case(
    "unclosed-comment",
    "escaping",
    "warning",
    ["the frame of the page is still there"],
    {N: std("BADBODY\n\n<!-- never closed\n\nmore\n")},
)
case(
    "closing-tags",
    "escaping",
    "warning",
    ["the frame of the page is still there"],
    {N: std("BADBODY\n\n</div></article></main></body></html>\n\nmore\n")},
)
# ---- paths
for name, value in {
    "permalink-encoded-dots": "/%2e%2e/%2e%2e/x/",
    "permalink-nul": '"/a\\0b/"',
    "permalink-percent-nul": "/a%00b/",
    "permalink-host": "//evil.example/x/",
    "permalink-drive": "'C:/x/'",
    "permalink-device": "/con/",
    "permalink-device-ending": "/x/nul.html",
    "permalink-dot-end": "/x./",
    "permalink-space-end": "'/x /'",
    "permalink-newline": '"/a\\nb/"',
    "permalink-no-slash-climbs": "../x/",
    "permalink-url": "https://evil.example/",
    "permalink-inner-dots": "/a/../../../b/",
    "permalink-feed": "/feed.xml",
    "permalink-sitemap": "/sitemap.xml",
    "permalink-404": "/404.html",
    "permalink-language": "/es/",
    "permalink-file-and-folder": "/feed.xml/x/",
    "permalink-4096": "/" + "/".join(["d" * 200] * 21) + "/",
}.items():
    case(name, "paths", "error", [NOESC, LOC], {N: std(permalink=value)})
for name, value in {
    "slug-slash": "a/b",
    "slug-dot": "'.'",
    "slug-dots": "'..'",
    "slug-backslash": "'a\\b'",
    "slug-device": "aux",
}.items():
    case(name, "paths", "error", [NOESC, LOC], {N: std(slug=value)})
for name, value in {
    "redirect-dotdot": "[/../x/]",
    "redirect-host": "['//evil.example/']",
    "redirect-url": "['https://evil.example/x']",
    "redirect-itself": "[/bad/]",
    "redirect-home": "[/]",
}.items():
    case(name, "paths", "error", [NOESC, LOC], {N: std(redirect_from=value)})
case(
    "permalink-no-slash",
    "paths",
    "ok",
    ["below the site's own address, as Jekyll puts it"],
    {N: std(permalink="x/y/")},
)
case(
    "permalink-query",
    "paths",
    "ok",
    ["encoded in links, so that it is a path and no query"],
    {N: std(permalink="/a?b#c/")},
)
case(
    "collision-accents",
    "paths",
    "error",
    ["NFC and NFD spell one name; both files are named"],
    {
        "2026-01-15-caf\u00e9.md": std("BADBODY ONE\n"),
        "2026-01-16-cafe\u0301.md": std("BADBODY TWO\n"),
    },
)
case(
    "collision-tag-page",
    "paths",
    "error",
    ["names the tag and the post"],
    {N: std(permalink="/tags/one/")},
)
case(
    "slug-is-a-language",
    "paths",
    "error",
    ["a post at /es/ would hide the Spanish home"],
    {"2026-01-15-bad.md": std(slug="es")},
)
case(
    "image-climbs",
    "paths",
    "warning",
    ["a path that climbs leads to no file", NOESC],
    {N: std(image="../../../secret.md")},
)
case(
    "audio-climbs",
    "paths",
    "warning",
    ["a path that climbs leads to no file", NOESC],
    {N: std(audio="/../secret.md")},
)
case(
    "link-climbs",
    "paths",
    "warning",
    ["no TOPSECRET in output"],
    {N: std("BADBODY [x](../../../secret.txt) ![y](../../../secret.png)\n")},
)
case(
    "link-climbs-to-text",
    "paths",
    "error",
    ["no TOPSECRET in output"],
    {N: std("BADBODY [x](../../../secret.md)\n")},
)
# ---- file system
case(
    "dangling-link",
    "filesystem",
    "warning",
    [NOLOSS],
    {N: std()},
    ops=[["symlink", "2026-01-16-gone.md", "nowhere.md"]],
)
case(
    "link-inside",
    "filesystem",
    "ok",
    ["a link to a file of the project is that file"],
    {N: std(slug="linked", translation_key="k1"), "source.txt": b"x"},
    ops=[["symlink", "copy.txt", "source.txt"]],
)
case(
    "pipe",
    "filesystem",
    "warning",
    ["a pipe is not waited for", NOLOSS],
    {N: std()},
    ops=[["fifo", "2026-01-16-pipe.md"]],
)
case(
    "name-with-newline",
    "filesystem",
    "error",
    [NOESC, NOLOSS],
    {"2026-01-15-a\nb.md": std()},
)
case(
    "name-255",
    "filesystem",
    "ok",
    [NOLOSS],
    {f"2026-01-15-{'n' * 241}.md": std()},
)
case(
    "ending-upper-case",
    "filesystem",
    "ok",
    [NOLOSS],
    {"2026-01-15-BAD.MD": std()},
)
case(
    "name-not-utf8",
    "filesystem",
    "error",
    ["names the file as far as it can be shown", NOLOSS],
    {"2026-01-15-caf\udce9.md": std()},
)
# ---- size
case(
    "one-line-1mb",
    "size",
    "ok",
    [NOLOSS],
    {N: lambda: std("BADBODY " + "a" * 1_000_000 + "\n")},
)
case(
    "list-nested-200",
    "size",
    "error",
    ["nothing is dropped in silence", LOC],
    {N: lambda: std("BADBODY\n\n" + "".join("  " * i + "- x\n" for i in range(200)))},
)
case(
    "table-1000-columns",
    "size",
    "ok",
    [NOLOSS],
    {
        N: lambda: std(
            "BADBODY\n\n" + "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + "|b" * 1000 + "|\n"
        )
    },
)
case(
    "footnotes-2000",
    "size",
    "ok",
    [NOLOSS],
    {
        N: lambda: std(
            "BADBODY "
            + "".join(f"[^{i}]" for i in range(2000))
            + "\n\n"
            + "".join(f"[^{i}]: n\n\n" for i in range(2000))
        )
    },
)
case(
    "footnote-in-itself",
    "size",
    "ok",
    ["a note that refers to itself ends"],
    {N: std("BADBODY [^a]\n\n[^a]: see [^a] and [^b]\n\n[^b]: see [^a]\n")},
)
case(
    "stars-20000",
    "size",
    "ok",
    [NOLOSS],
    {N: lambda: std("BADBODY " + "*a_ " * 20000 + "\n")},
)
case(
    "cdata-20000",
    "size",
    "ok",
    [NOLOSS],
    {N: lambda: std("BADBODY " + "a <![CDATA[ " * 20000 + "\n")},
)
case(
    "dollars-20000",
    "size",
    "ok",
    [NOLOSS],
    {N: lambda: std("BADBODY " + "$a " * 20000 + "\n")},
)
case(
    "headings-5000",
    "size",
    "ok",
    [NOLOSS],
    {N: lambda: std("BADBODY\n\n" + "## Same\n\n" * 5000)},
)
case(
    "tags-5000",
    "size",
    "error",
    ["YAML with more than 5,000 nodes is refused", LOC],
    {N: lambda: std(tags="[" + ", ".join(f"t{i}" for i in range(6000)) + "]")},
)
# ---- the site
for name, line in {
    "config-unknown-key": "paginatoin: 3",
    "config-base-path-climbs": "base_path: /../x",
    "config-timezone": "timezone: Mars/Base",
    "config-permalink-without-slug": "permalink: /posts/",
    "config-theme-climbs": "theme: ../../etc",
    "config-duplicate": "title: Again",
    "config-pagination-zero": "pagination: 0",
    "config-url-javascript": "social: [{name: X, url: 'javascript:alert(1)'}]",
}.items():
    case(
        name,
        "templates",
        "error",
        ["nothing is written", *([] if name == "config-permalink-without-slug" else [LOC])],
        {N: std(), "2026-01-16-bad2.md": std()},
        config={"append": f"{line}\n"},
    )
