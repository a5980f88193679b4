"""Lexers of Pygments, driven state by state."""

import warnings
from itertools import groupby
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexer import ExtendedRegexLexer, LexerContext, RegexLexer
from pygments.lexers import find_lexer_class, find_lexer_class_by_name, get_all_lexers
from pygments.token import Text

from site_builder.parse.drawing.lexing import by_states, is_common, reader

PROGRAM = '''#!/usr/bin/env bash
<?xml version="1.0"?> <!-- a --> <p class="x">&amp; {{ y }}</p> <script>let z = 1;</script>
@decorated(1)
def f(items: list[int], *, limit=0x1F) -> dict[str, float]:
    r"""Count 'all' of \\d+."""
    return {f"{item!r}-{{x}}": item ** 2.5e-3 for item in items if not item % 2}  # one

export async function g(url) { const a = await fetch(`${url}/7`); if (!a.ok) throw /x[/]\\n/gi; }
class A<T> extends B implements C { private static final int x = 0b1010, y = 'c'; }
fn main() -> Result<(), &'static str> { let mut v = vec![1u8; 10]; println!("{:?}", r#"a"b"#); }
package main; import "fmt"; func (s *S) M(x ...int) (a, b int) { defer s.mu.Unlock(); ch <- 1 }
for file in *.txt; do sort -u "$file" | head -n $((n + 1)) > "out/${file%.txt}" <<-'END'
    here
END
done && echo $(date) \\
  || exit 1
SELECT a.*, count(*) AS "n" FROM t a LEFT JOIN u ON a.id = u.id WHERE x LIKE '%y%' -- note
#include <stdio.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
int main(void) { char *s = "x\\n"; return s[0] == L'\\0' ? 0 : 1; /* c */ }
body > .a:hover, #b::after { color: #fff; margin: -1.5em auto !important; } @media (x) { }
[section.sub] ; note
key = "value" # note
- name: x
  on: [push, 'a', "b"]
let rec fact n = if n = 0 then 1 else n * fact (n - 1) (* ( * nested * ) *) in fact 5;;
module Main where { import qualified Data.Map as M; f :: Int -> Int; f x | x > 0 = x }
\\begin{document} $x^2$ % note
diff --git a/x b/x
@@ -1,2 +1,2 @@
-old
+new
"""
unclosed "string
'''
WIDE = (
    PROGRAM.replace("items", "größe_π").replace("x", "数据").replace("s", "ſ", 9)
    + "# \u212aelvin, \U0001d54f: «é»\n日本語 = 'é'\n"
)


def joined(tokens):
    """Tokens without empty ones, neighbours of one kind as one."""
    runs = groupby((token for token in tokens if token[1]), key=itemgetter(0))
    return [(kind, "".join(value for _, value in run)) for kind, run in runs]


@pytest.fixture(scope="module")
def common():
    """All classes of lexers that are read state by state."""
    kinds = [find_lexer_class(name) for name, *_ in get_all_lexers(plugins=False)]
    return [kind for kind in kinds if is_common(kind)]


@pytest.mark.filterwarnings("error::FutureWarning")
def test_all_lexers_read_as_before(common):
    """Whatever the language, the tokens of a text in many of them are those of Pygments."""
    assert len(common) > 420
    for kind in common:
        plain, ours = kind(stripnl=False), by_states(kind)(stripnl=False)
        for text in (PROGRAM, WIDE):
            assert joined(ours.get_tokens(text)) == joined(plain.get_tokens(text)), kind.name


EVERYDAY = (
    *("python", "js", "ts", "jsx", "tsx", "bash", "rust", "go", "java", "kotlin", "scala", "sql"),
    *("html", "css", "scss", "xml", "toml", "ini", "diff", "docker", "nginx", "haskell", "perl"),
    *("ruby", "terraform", "sass", "crystal", "haxe", "powershell"),
    *("r", "dart", "julia", "zig", "latex", "make", "vim", "coq", "ocaml", "http"),
)


@pytest.mark.parametrize("name", EVERYDAY)
def test_every_state_reads_as_before(name):
    """Wherever a lexer is, it goes on as Pygments would."""
    kind = find_lexer_class_by_name(name)
    if not is_common(kind):
        assert type(reader(name).__self__) is kind
        return
    plain, ours = kind(stripnl=False), by_states(kind)(stripnl=False)
    for state in plain._tokens:
        for text in (PROGRAM[-700:], WIDE[-120:]):
            was, now = (tokens_from(lexer, text, ["root", state]) for lexer in (plain, ours))
            assert joined(now) == joined(was), state


def tokens_from(lexer, text, stack):
    """The tokens of ``text`` that begins in a state."""
    if isinstance(lexer, ExtendedRegexLexer):
        found = lexer.get_tokens_unprocessed(context=LexerContext(text, 0, stack))
    else:
        found = lexer.get_tokens_unprocessed(text, stack)
    return [(kind, value) for _, kind, value in found]


@given(
    st.sampled_from(["python", "js", "bash", "rust", "html", "java", "sql", "yaml", "ruby"]),
    st.lists(
        st.one_of(
            st.sampled_from([*PROGRAM.split(" "), *WIDE.split()]), st.sampled_from("\n\t \"'`{}$\\")
        )
    ).map("".join),
)
def test_whatever_is_typed_reads_as_before(name, text):
    """No text, however broken, has other tokens; places count for rules with a context."""
    kind = find_lexer_class_by_name(name)
    assert joined(reader(name)(text)) == joined(kind(stripnl=False).get_tokens(text))


class Own(RegexLexer):
    """A lexer of somebody else's."""

    tokens = {"root": [(r"\w+", Text)]}  # noqa: RUF012 because Pygments has it so


def test_what_was_not_tried_is_left_alone():
    """A lexer of a plugin, and one with ways of its own, read as Pygments has them read."""
    assert not is_common(Own)
    assert not is_common(find_lexer_class_by_name("json"))
    assert reader("json")("[1]")
    assert reader("nobody") is None


def test_filters_see_tokens():
    """A filter that was added is asked."""
    lexer = by_states(find_lexer_class_by_name("go"))(stripnl=False)
    lexer.add_filter("keywordcase", case="upper")
    with warnings.catch_warnings():
        assert "".join(value for _, value in lexer.get_tokens("func f")) == "FUNC f\n"
