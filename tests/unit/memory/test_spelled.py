"""A value is read from its spelling as it was, and nothing else is read at all."""

from copy import deepcopy
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.memory.fingerprint import Fingerprints
from site_builder.memory.spelled import read_spelling
from site_builder.model.route import Form
from tests.drawing import config_of, plan_of

SITE = """
posts
  2023-01-01-a-en  title=A tags=x,y image=true audio=true
  2023-01-01-a-es  translated title=B body="## H\\n\\n## I\\n\\n## J\\n\\n[b](2023-01-02-b-en.md)"
  2023-01-02-b-en  series=s
pages
  about-en
  index-en
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A value with nothing in it but text."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A value with everything in it that the model has."""

    name: str
    count: int | None
    one: Leaf
    maybe: Leaf | None
    many: tuple[Leaf, ...]
    mixed: tuple[Leaf | None, ...]
    by_number: dict[int, Leaf]
    form: Form
    forms: tuple[Form, ...]
    flags: tuple[tuple[str, bool], ...]


leaves = st.builds(Leaf, words=st.text())
trees = st.builds(
    Tree,
    name=st.text(),
    count=st.none() | st.integers(),
    one=leaves,
    maybe=st.none() | leaves,
    many=st.lists(leaves).map(tuple),
    mixed=st.lists(st.none() | leaves).map(tuple),
    by_number=st.dictionaries(st.integers(), leaves),
    form=st.sampled_from(Form),
    forms=st.lists(st.sampled_from(Form)).map(tuple),
    flags=st.lists(st.tuples(st.text(), st.booleans())).map(tuple),
)


@given(trees)
def test_whatever_is_spelled_is_read_as_it_was(tree: Tree) -> None:
    """Any text, any depth, any number of items; read again it is spelled the same."""
    prints = Fingerprints()
    spelled = prints.spell(tree)
    read = read_spelling(Tree, spelled, prints.apart.__getitem__)
    assert read == tree
    assert Fingerprints().spell(read) == spelled


def test_every_view_of_a_site_comes_back() -> None:
    """With the frame of its language, which stands apart."""
    config = config_of("side_by_side: true")
    plan = plan_of(SITE, config, static="2023-01-01-a.mp3 assets/images/2023-01-01-a.jpg").value
    assert plan is not None
    kinds = set()
    for route in plan.routes:
        prints = Fingerprints()
        spelled = prints.spell(route.view)
        read = read_spelling(type(route.view), spelled, prints.apart.__getitem__)
        assert read == deepcopy(route.view)
        kinds.add(type(route.view).__name__)
    assert kinds >= {"TextView", "ListView", "FeedView", "ArchiveView", "SitemapView"}


@pytest.mark.parametrize(
    "spelled",
    [
        "",
        "tests.unit.memory.test_spelled.Leaf(",
        "os.system('true')",
        "__import__('os').system('true')",
        "tests.unit.memory.test_spelled.Tree('x')",
        "tests.unit.memory.test_spelled.Leaf('a'+'b')",
        "tests.unit.memory.test_spelled.Leaf(('a', 'b'),'c')",
        "'a text'",
        "_0000",
        "[x for x in ()]",
        "-" * 100_000 + "1",
        "(" * 100_000,
        "os" + ".path" * 100_000 + "()",
        "Leaf" + "[0]" * 100_000,
        "1" + "+1" * 100_000,
        "Leaf" + "()" * 100_000,
        "9" * 5_000,
        f"{Leaf.__module__}.Leaf({'x' * 2_000_000!r})",
    ],
    ids=lambda spelled: spelled[:30],
)
def test_nothing_else_is_read_and_nothing_is_run(spelled: str) -> None:
    """Another class, a call, a sum, a text cut off, too deep, too long: refused."""
    with pytest.raises((ValueError, TypeError, KeyError, SyntaxError)):
        read_spelling(Leaf, spelled, {}.__getitem__)


def test_what_stands_elsewhere_is_not_multiplied() -> None:
    """Sixty lines of which each names the next twice would be read for centuries."""
    apart = {f"{number}": f"(_{number + 1},_{number + 1},)" for number in range(60)}
    with pytest.raises((ValueError, KeyError)):
        read_spelling(Leaf, "_0", apart.__getitem__)


def test_what_stands_elsewhere_is_read_once() -> None:
    """A frame that many parts of a View name is taken apart for the first of them."""
    asked: list[str] = []

    def stands_for(digest: str) -> str:
        asked.append(digest)
        return f"{Leaf.__module__}.Leaf('a')"

    name = f"{Tree.__module__}.Tree"
    many = f"({'_1,' * 1_000})"
    spelled = f"{name}(('a', 1, ()),_1,None,{many},(),{{}},'html',())"
    tree = read_spelling(Tree, spelled, stands_for)
    assert len(tree.many) == 1_000
    assert asked == ["1"]
