"""What is at the other end, asked of real repositories."""

import pytest

from site_builder.publish.git import Git, GitError
from site_builder.publish.remote import (
    NO_BRANCH,
    Remote,
    Tip,
    find_remote,
    foreign_tip,
    look_at,
    reason,
    unreachable,
)
from tests.unit.publish.conftest import BRANCH, Publishing

SECRET = "s3cret"  # noqa: S105 because it is what must not be shown


@pytest.fixture
def here(publishing: Publishing) -> Publishing:
    """The site in a repository of its own with two remotes."""
    publishing.git("init", "--quiet", folder=publishing.root)
    for name in ("origin", "backup"):
        publishing.git("remote", "add", name, "../remote.git", folder=publishing.root)
    return publishing


def _found(here: Publishing, typed: str) -> Remote:
    remote = find_remote(here.root, typed, here.root).value
    assert remote is not None
    return remote


def _tip(here: Publishing, branch: str = BRANCH) -> Tip:
    store = here.root.parent / "store.git"
    if not store.exists():
        here.git("init", "--quiet", "--bare", str(store))
    remote = Remote(name="origin", url=str(here.remote))
    tip = look_at(Git(folder=store, is_bare=True), remote, branch).value
    assert tip is not None
    return tip


def test_a_remote_is_a_name_a_folder_or_an_address(here: Publishing) -> None:
    """A folder that git knows from the site is meant from there; one typed, from where it was."""
    assert _found(here, "origin") == Remote(name="origin", url=str(here.remote))
    assert _found(here, "../remote.git").url == str(here.remote)
    assert _found(here, "git@github.com:ana/blog.git").url == "git@github.com:ana/blog.git"


def test_a_password_in_an_address_is_used_and_never_shown(here: Publishing) -> None:
    """Neither in the name nor in what git answers."""
    typed = f"https://ana:{SECRET}@example.org/blog.git"
    remote = _found(here, typed)
    assert (remote.name, remote.url) == ("https://example.org/blog.git", typed)
    assert SECRET not in reason(f"fatal: unable to access '{typed}': no", remote)
    assert SECRET not in unreachable(remote, GitError(f"fatal: {typed}: no")).message


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("orign", "orign is not a remote of this site's repository", "did you mean origin?"),
        ("x", "x is not a remote", "add it first: git remote add x ADDRESS"),
        (
            "../none.git",
            "there is no folder ../none.git",
            "make it first: git init --bare ../none.git",
        ),
        ("../my site.git", "there is no folder", "git init --bare '../my site.git'"),
        ("--upload-pack=x:y", "is not a remote", "git remote add NAME ADDRESS"),
    ],
)
def test_what_is_none_of_them_is_answered(
    here: Publishing, typed: str, message: str, hint: str
) -> None:
    """A word that git would take for an option is not handed to it."""
    outcome = find_remote(here.root, typed, here.root)
    assert outcome.value is None
    assert message in outcome.problems[0].message
    assert hint in outcome.problems[0].hint


def test_a_folder_without_a_repository_is_told_as_such(publishing: Publishing) -> None:
    """A remote cannot be added before there is a repository; folders and addresses need none."""
    root = publishing.root
    (problem,) = find_remote(root, "origin", root).problems
    assert problem.message == (
        "this site's folder is no git repository yet, so it has no remote origin"
    )
    assert problem.hint == (
        "type git init, then git remote add origin ADDRESS, with the address of your repository"
    )
    assert find_remote(root, str(publishing.remote), root).value is not None
    (folder,) = find_remote(root, "../none.git", root).problems
    assert folder.message == "there is no folder ../none.git"


def test_a_branch_that_is_not_there_yet_is_free(here: Publishing) -> None:
    """Nothing could be lost."""
    assert _tip(here) == NO_BRANCH
    assert foreign_tip(_tip(here), Remote(name="o", url=""), BRANCH, adopt=False) is None


def test_our_own_last_commit_is_known_by_its_mark(here: Publishing) -> None:
    """With what it holds, file by file; GitHub's own commit of a domain changes nothing."""
    here.deploy()
    ours = _tip(here)
    assert (ours.commit, ours.is_ours) == (here.git("rev-parse", BRANCH), True)
    assert set(ours.files) == {*here.written(), ".nojekyll"}
    here.push_by_hand({"CNAME": "blog.example"}, message="Create CNAME")
    assert _tip(here).is_ours


def test_the_commit_of_someone_else_is_not_taken_unasked(here: Publishing) -> None:
    """The message says whose it is; sources of a site are not taken even when asked."""
    here.push_by_hand({"index.html": "mine"}, message="By hand")
    tip, remote = _tip(here), Remote(name="origin", url="")
    problem = foreign_tip(tip, remote, BRANCH, adopt=False)
    assert problem is not None
    assert "gh-pages of origin was not made by deploy" in problem.message
    assert "Ana: By hand" in problem.message
    assert foreign_tip(tip, remote, BRANCH, adopt=True) is None
    here.push_by_hand({"site.yml": "title: x"}, branch="main")
    sources = foreign_tip(_tip(here, "main"), remote, "main", adopt=True)
    assert sources is not None
    assert "holds the sources of a site" in sources.message


def test_a_remote_that_cannot_be_reached_says_what_git_said(here: Publishing) -> None:
    """In one line, with what to do; a question for a password has an answer of its own."""
    gone = Remote(name="origin", url=str(here.remote / "none"))
    outcome = look_at(Git(folder=here.remote, is_bare=True), gone, BRANCH)
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.message.startswith("origin cannot be reached: ")
    assert "\n" not in problem.message
    asked = unreachable(gone, GitError("fatal: could not read Username for 'https://x'"))
    assert "sign in first" in asked.hint
