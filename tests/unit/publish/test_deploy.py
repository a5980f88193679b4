"""deploy against real repositories on disk: what it promises, and what it refuses."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_builder.publish import deploy as module
from site_builder.publish import payload
from tests.small_site import REPO, SmallSite
from tests.unit.publish.conftest import BRANCH, Publishing

TOKEN = "gh" + "p_" + "A1b2" * 9


# --- what is published ------------------------------------------------------------------------


def test_the_branch_holds_the_output_byte_by_byte(publishing: Publishing) -> None:
    """One commit, signed as its author is, with our mark; new branch, all files new."""
    done = publishing.deploy().value
    assert done is not None
    assert publishing.tree() == publishing.written()
    assert (done.is_new_branch, len(done.new), done.files) == (True, done.files, len(done.new))
    log = publishing.git("log", "--format=%an <%ae> %ct%n%B", BRANCH)
    assert log.startswith("Ana <ana@example.org> 1800000000\nPublish ")
    assert "\nPublished-by: site-builder " in log
    assert publishing.git("rev-parse", BRANCH) == done.commit


def test_a_dry_run_counts_and_touches_nothing(publishing: Publishing) -> None:
    """The numbers are those of the deployment that follows."""
    before = publishing.refs()
    dry = publishing.deploy(is_dry_run=True).value
    assert publishing.refs() == before == ""
    wet = publishing.deploy().value
    assert dry is not None
    assert wet is not None
    assert (dry.new, dry.changed, dry.removed) == (wet.new, wet.changed, wet.removed)
    assert dry.commit == ""


def test_the_same_site_is_pushed_once(publishing: Publishing) -> None:
    """No empty commits."""
    publishing.deploy()
    before = publishing.refs()
    again = publishing.deploy().value
    assert again is not None
    assert again.is_unchanged
    assert again.commit == ""
    assert publishing.refs() == before


def test_each_change_is_a_commit_on_top_of_the_last(publishing: Publishing) -> None:
    """Forward only; what is new, changed and gone is told."""
    first = publishing.deploy().value
    site = publishing.site
    site.page("contact-en", "title: Contact")
    (site.root / "content/posts/2023-01-05-p5-en.md").unlink()
    site.build()
    second = publishing.deploy().value
    assert first is not None
    assert second is not None
    assert publishing.git("rev-parse", f"{BRANCH}^") == first.commit
    assert second.new == ("contact/index.html",)
    assert second.removed == ("p5/index.html",)
    assert "index.html" in second.changed
    assert publishing.tree() == publishing.written()


def test_a_machine_that_never_published_goes_on_from_the_branch(publishing: Publishing) -> None:
    """Our own repository may be lost; the history is the remote's."""
    first = publishing.deploy().value
    shutil.rmtree(publishing.root / ".site_builder/publish.git")
    publishing.site.page("contact-en", "title: Contact")
    publishing.site.build()
    assert publishing.deploy().value is not None
    assert first is not None
    assert publishing.git("rev-parse", f"{BRANCH}^") == first.commit


def test_nothing_of_a_draft_is_in_any_object(publishing: Publishing) -> None:
    """Neither page, nor name, nor memory: every object of the remote is looked at."""
    publishing.deploy()
    kept = publishing.objects()
    assert b"Post 1" in kept
    assert b"SECRETDRAFT" not in kept
    assert "hidden" not in publishing.git("ls-tree", "-r", "-t", BRANCH)
    assert not [path for path in publishing.tree() if ".site_builder" in path]


def test_odd_names_arrive_as_they_are(publishing: Publishing) -> None:
    """Spaces, quotes, every script, a percent sign."""
    names = ['a "b".txt', "c d.txt", "é-中文-हि.txt", "100%.txt", "'.txt", "# x.txt"]
    for name in names:
        publishing.site.write(f"static/{name}", name)
    publishing.site.build()
    assert publishing.deploy().value is not None
    assert {name: publishing.tree()[name] for name in names} == {
        name: name.encode() for name in names
    }


def test_nojekyll_is_always_there(publishing: Publishing) -> None:
    """Without it GitHub would drop names with an underscore."""
    publishing.deploy()
    assert publishing.tree()[".nojekyll"] == b""


# --- whose branch it is -----------------------------------------------------------------------


def test_a_branch_of_someone_else_is_refused(publishing: Publishing) -> None:
    """The last commit is named; another branch, or adopting it, is suggested."""
    publishing.push_by_hand({"index.html": "mine"}, message="My own page")
    said = publishing.refused()
    assert "was not made by deploy" in said
    assert "Ana: My own page" in said
    assert "--adopt-branch" in said


def test_a_commit_of_someone_else_on_top_of_ours_is_refused(publishing: Publishing) -> None:
    """Their work would be gone from the page."""
    publishing.deploy()
    publishing.push_by_hand({"notes.html": "mine"})
    assert "was not made by deploy" in publishing.refused()


def test_an_adopted_branch_keeps_its_history(publishing: Publishing) -> None:
    """Its files are replaced, its commits stay."""
    theirs = publishing.push_by_hand({"page.txt": "mine"})
    done = publishing.deploy(adopts_branch=True).value
    assert done is not None
    assert done.removed == ("page.txt",)
    assert publishing.git("rev-parse", f"{BRANCH}^") == theirs
    assert publishing.deploy().value is not None, "from now on it is ours"


@pytest.mark.parametrize("adopts", [False, True])
def test_a_branch_with_the_sources_is_never_replaced(publishing: Publishing, adopts: bool) -> None:  # noqa: FBT001 because pytest hands it over by name
    """A slip in --branch must not cost the texts."""
    publishing.push_by_hand({"site.yml": "title: T", "content/posts/a.md": "x"}, branch="main")
    assert "holds the sources" in publishing.refused(branch="main", adopts_branch=adopts)


def test_an_empty_branch_is_taken(publishing: Publishing) -> None:
    """There is nothing to lose on it."""
    publishing.push_by_hand({"x": "y"})
    clone = publishing.remote.parent / "clone"
    publishing.git("rm", "--quiet", "x", folder=clone)
    publishing.git("commit", "--quiet", "--message", "Empty", folder=clone)
    publishing.git("push", "--quiet", "origin", f"HEAD:{BRANCH}", folder=clone)
    assert publishing.deploy().value is not None


def test_the_domain_that_github_wrote_is_kept(publishing: Publishing) -> None:
    """Choosing a domain in the settings makes a commit "Create CNAME", which is welcome."""
    publishing.deploy()
    publishing.push_by_hand({"CNAME": "blog.example\n"}, message="Create CNAME")
    publishing.push_by_hand({"CNAME": "www.blog.example\n"}, message="Update CNAME")
    publishing.site.page("contact-en", "title: Contact")
    publishing.site.build()
    outcome = publishing.deploy()
    assert outcome.value is not None
    assert publishing.tree() == publishing.written() | {"CNAME": b"www.blog.example\n"}
    (problem,) = outcome.problems
    assert problem.code == "site-domain", "the pages still say user.github.io"
    assert problem.hint == "set url: https://www.blog.example in site.yml, then build"


def test_a_domain_and_something_else_is_not_only_a_domain(publishing: Publishing) -> None:
    """The exception is as small as it can be."""
    publishing.deploy()
    publishing.push_by_hand({"CNAME": "blog.example\n", "x.html": "mine"})
    assert "was not made by deploy" in publishing.refused()


def test_the_domain_of_the_site_wins(publishing: Publishing) -> None:
    """Where site.yml says it, the output has a CNAME of its own."""
    publishing.deploy()
    publishing.push_by_hand({"CNAME": "old.example\n"}, message="Create CNAME")
    publishing.site.write("static/CNAME", "new.example\n")
    publishing.site.build()
    publishing.deploy()
    assert publishing.tree()["CNAME"] == b"new.example\n"


# --- what git and the remote may say ----------------------------------------------------------


@pytest.mark.parametrize("is_first", [True, False])
def test_a_remote_that_moves_meanwhile_is_left_alone(
    publishing: Publishing,
    monkeypatch: pytest.MonkeyPatch,
    is_first: bool,  # noqa: FBT001 because pytest hands it over by name
) -> None:
    """The lease is on what was looked at: no commit of another machine is ever lost."""
    if not is_first:
        publishing.deploy()
        publishing.site.page("contact-en", "title: Contact")
        publishing.site.build()
    make_commit = module.make_commit
    theirs = []

    def slow(*words: object) -> str:
        commit = make_commit(*words)
        theirs.append(publishing.push_by_hand({"x.txt": "theirs"}))
        return commit

    monkeypatch.setattr(module, "make_commit", slow)
    outcome = publishing.deploy()
    assert outcome.value is None
    assert "has changed while we were looking" in outcome.problems[0].message
    assert publishing.git("rev-parse", BRANCH) == theirs[0]


@pytest.mark.parametrize("hook", ["pre-receive", "update"])
def test_a_remote_that_refuses_says_why(publishing: Publishing, hook: str) -> None:
    """What its hook said is handed on, in one line."""
    publishing.hook(hook, "echo 'Closed on Sundays' >&2; exit 1")
    said = publishing.refused()
    assert "did not take it: Closed on Sundays" in said
    assert "nothing was changed there" in said


@pytest.mark.parametrize(
    ("remote", "says"),
    [
        ("orign", "is not a remote of this site's repository = did you mean origin?"),
        ("--upload-pack=touch", "is not a remote"),
        ("/nowhere/at/all.git", "there is no folder /nowhere/at/all.git"),
        ("file:///nowhere/at/all.git", "cannot be reached"),
        ("https://127.0.0.1:9/x.git", "cannot be reached"),
        ("https://user:hunter2@127.0.0.1:9/x.git", "https://127.0.0.1:9/x.git cannot be reached"),
        ("ext::touch owned", "cannot be reached"),
    ],
)
def test_a_remote_that_cannot_be_reached_is_one_line(
    publishing: Publishing, remote: str, says: str
) -> None:
    """Misspelled, gone, offline; a password is not shown, a command is not run."""
    publishing.git("init", "--quiet", folder=publishing.root)
    publishing.git("remote", "add", "origin", str(publishing.remote), folder=publishing.root)
    said = publishing.refused(remote=remote)
    assert says in said
    assert "hunter2" not in said
    assert not list(publishing.root.rglob("owned"))


@pytest.mark.parametrize("url", ["ABSOLUTE", "../remote.git", "file://ABSOLUTE"])
def test_a_remote_may_be_a_name(publishing: Publishing, url: str) -> None:
    """As git remote knows it, relative to the repository too."""
    publishing.git("init", "--quiet", folder=publishing.root)
    url = url.replace("ABSOLUTE", str(publishing.remote))
    publishing.git("remote", "add", "origin", url, folder=publishing.root)
    assert publishing.deploy(remote="origin").value is not None
    assert publishing.tree() == publishing.written()


def test_the_repository_of_the_site_is_not_touched(publishing: Publishing) -> None:
    """A dirty work tree, a staged file, a detached HEAD: all stay, and no object is added."""
    root = publishing.root
    publishing.git("init", "--quiet", folder=root)
    publishing.git("add", "site.yml", folder=root)
    publishing.git("commit", "--quiet", "--message", "One", folder=root)
    publishing.git("checkout", "--quiet", "--detach", folder=root)
    publishing.site.write("content/pages/dirty-en.md", "---\ntitle: Dirty\n---\n")
    publishing.git("add", "content/pages/about-en.md", folder=root)

    def seen() -> list[str]:
        asked = (["status", "--porcelain"], ["rev-parse", "HEAD"], ["for-each-ref"])
        counted = publishing.git("count-objects", "-v", folder=root)
        return [*(publishing.git(*words, folder=root) for words in asked), counted]

    before = seen()
    assert publishing.deploy().value is not None
    assert seen() == before


def test_a_git_that_started_us_does_not_lead_us_astray(
    publishing: Publishing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """From inside a hook GIT_DIR and others speak of another repository."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert publishing.deploy().value is not None
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.delenv(name)
    assert publishing.tree() == publishing.written()
    assert not (tmp_path / "elsewhere").exists()


def test_no_hook_of_this_machine_runs(publishing: Publishing, tmp_path: Path) -> None:
    """Neither the author's nor one that a setting names."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("pre-push", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    with Path(os.environ["GIT_CONFIG_GLOBAL"]).open("a", encoding="utf-8") as settings:
        settings.write(f"[core]\nhooksPath = {hooks}\n")
    # The remote is another machine in truth; here it would read the same settings.
    publishing.git("config", "core.hooksPath", "/dev/null")
    assert publishing.deploy().value is not None
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("branch", ["a b", "..", "-x", "x.lock", "", "a:b", "refs/../x"])
def test_a_name_that_no_branch_may_have_is_refused(publishing: Publishing, branch: str) -> None:
    """It never reaches the remote."""
    assert "cannot be the name of a branch" in publishing.refused(branch=branch)


def test_without_git_it_says_so(publishing: Publishing, monkeypatch: pytest.MonkeyPatch) -> None:
    """And where to get it."""
    monkeypatch.setenv("PATH", "")
    outcome = publishing.deploy()
    assert [problem.message for problem in outcome.problems] == ["git is not installed"]


@pytest.mark.parametrize("lock", ["shallow.lock", "refs/publish/next.lock", "config.lock"])
def test_what_a_killed_run_left_is_no_hindrance(publishing: Publishing, lock: str) -> None:
    """Locks of our own repository that nobody holds any more."""
    publishing.deploy()
    file = publishing.root / ".site_builder/publish.git" / lock
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    publishing.site.page("contact-en", "title: Contact")
    publishing.site.build()
    assert publishing.deploy().value is not None


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_an_interrupted_push_changes_nothing(
    publishing: Publishing, number: signal.Signals, code: int
) -> None:
    """The branch is what it was; nothing is left running, and the next deployment goes through."""
    publishing.deploy()
    publishing.site.page("contact-en", "title: Contact")
    publishing.site.build()
    before = publishing.refs()
    reached, released = (publishing.remote.parent / name for name in ("reached", "released"))
    wait = f"touch {reached}; while [ ! -e {released} ]; do sleep 0.1; done; exit 1"
    publishing.hook("pre-receive", wait)
    command = [sys.executable, "-m", "site_builder", "deploy", "--to", str(publishing.remote)]
    process = subprocess.Popen(
        command,
        cwd=publishing.root,
        env=os.environ | {"PYTHONPATH": str(REPO)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 20
    while not reached.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert reached.exists()
    process.send_signal(number)
    assert process.wait(timeout=10) == code
    assert publishing.refs() == before
    publishing.hook("pre-receive", "exit 0")
    assert publishing.deploy().value is not None
    released.touch()
    assert publishing.tree() == publishing.written()


# --- what is not published --------------------------------------------------------------------


def rebuilt(publishing: Publishing, *words: str) -> None:
    """Build with the real command, as an author would."""
    done = publishing.site.command("build", *words)
    assert "files" in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--drafts"], "was built with --drafts"),
        (["--future"], "was built with --future"),
        (["--url", "http://localhost:8000"], "which only this machine can reach"),
        (["--url", "http://127.0.0.1"], "which only this machine can reach"),
        (["--url", "https://me.localhost/x"], "which only this machine can reach"),
    ],
)
def test_an_output_that_is_not_for_the_world_is_refused(
    publishing: Publishing, words: list[str], says: str
) -> None:
    """Built for the author's own eyes; a plain build makes it fit again."""
    rebuilt(publishing, *words)
    assert says in publishing.refused()
    publishing.site.command("build")
    assert publishing.deploy().value is not None


def test_an_output_with_errors_is_refused(publishing: Publishing) -> None:
    """--keep-going is for looking, not for publishing."""
    publishing.site.post("2023-03-01-bad-en", "title: Bad", body="[x](nowhere.md)")
    rebuilt(publishing, "--keep-going")
    assert "was built despite errors" in publishing.refused()


def test_an_output_that_nobody_built_is_refused(publishing: Publishing, tmp_path: Path) -> None:
    """A folder of files, or a site whose build was killed while it wrote."""
    (publishing.root / "other").mkdir()
    (publishing.root / "other/index.html").write_text("x", encoding="utf-8")
    asked = module.Wish(remote=str(publishing.remote), branch=BRANCH)
    outcome = module.deploy(publishing.root, publishing.root / "other", asked, tmp_path, 0)
    assert "was not made by a build that ended well" in outcome.problems[0].message
    for record in (publishing.root / ".site_builder").glob("built-*.json"):
        record.unlink()
    assert "was not made by a build that ended well" in publishing.refused()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda out: (out / "index.html").write_text("mine"), "output/index.html it was changed"),
        (lambda out: (out / "index.html").unlink(), "output/index.html it was deleted"),
        (lambda out: (out / "google1.html").write_text("x"), "put there by someone else"),
        (lambda out: (out / "es/x.html").write_text("x"), "output/es/x.html was put there"),
        (lambda out: (out / "link").symlink_to("/etc"), "output/link was put there"),
        (lambda out: (out / ".git").mkdir() or (out / ".git/config").touch(), "output/.git/config"),
    ],
)
def test_an_output_that_was_changed_since_is_refused(publishing: Publishing, change, says) -> None:
    """What is published is what was built, and nothing else."""
    change(publishing.output)
    assert says in publishing.refused()


def test_what_systems_leave_behind_does_not_matter(publishing: Publishing) -> None:
    """Looking at the folder in a file manager makes a file; it is not published."""
    (publishing.output / ".DS_Store").touch()
    assert publishing.deploy().value is not None
    assert ".DS_Store" not in publishing.tree()


def test_many_pages_do_not_vanish_by_a_slip(publishing: Publishing) -> None:
    """A fifth may go; more has to be said."""
    for number in range(20):
        publishing.site.page(f"more{number:02}-en", f"title: More {number}")
    publishing.site.build()
    publishing.deploy()
    pages = [path for path in publishing.tree() if path.endswith(".html")]
    most = int(len(pages) * 0.2)
    files = sorted((publishing.root / "content/pages").glob("more*"))
    for file in files[: most + 1]:
        file.unlink()
    publishing.site.build()
    said = publishing.refused()
    assert f"{most + 1} of {len(pages)} pages would vanish" in said
    assert "--allow-removals" in said
    dry = publishing.deploy(allows_removals=True, is_dry_run=True).value
    assert dry is not None
    pages_gone = [path for path in dry.removed if not path.startswith("search/")]
    assert pages_gone == [f"more{number:02}/index.html" for number in range(most + 1)]
    publishing.site.page("more00-en", "title: More 0")
    publishing.site.build()
    assert publishing.deploy().value is not None, "a fifth is not more than a fifth"


def test_a_file_of_101_megabytes_is_refused(publishing: Publishing) -> None:
    """GitHub would refuse the whole push after a long wait."""
    file = publishing.site.write("static/film.mp4", "")
    with file.open("r+b") as stream:
        stream.truncate(101 * 1024 * 1024)
    publishing.site.build()
    said = publishing.refused()
    assert "output/film.mp4 101 MB, and GitHub takes no file over 100 MB" in said


def test_a_site_over_a_gigabyte_is_told(
    publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning: whether GitHub takes it is GitHub's word. (The limit is lowered for the test.)"""
    monkeypatch.setattr(payload, "SITE_LIMIT", 1000)
    outcome = publishing.deploy()
    assert outcome.value is not None
    assert [problem.code for problem in outcome.problems] == ["site-size"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (f"My token is {TOKEN}", "a token of GitHub"),
        ("[here](http://localhost:4000/x)", "it links to this machine"),
        ("![x](http://127.0.0.1/x.png)", "it links to this machine"),
        ('<a href="file:///etc/passwd">x</a>', "it links to a file of this machine"),
        ("See HOME/notes.txt", "it names a folder of this machine"),
        ("See ROOT/content", "it names a folder of this machine"),
    ],
)
def test_what_should_not_be_shown_is_refused(publishing: Publishing, body: str, says: str) -> None:
    """With the file, and the way to say that it is meant."""
    home, root = os.environ["HOME"], str(publishing.root)
    text = body.replace("HOME", home).replace("ROOT", root)
    publishing.site.post("2023-04-01-leak-en", "title: Leak", "description: D", body=text)
    publishing.site.build()
    said = publishing.refused()
    assert says in said
    assert "output/leak/index.html" in said
    assert "--allow leak/index.html" in said


def test_what_is_meant_for_the_world_can_be_allowed(publishing: Publishing) -> None:
    """By file, so that the next slip is found again."""
    publishing.site.write("static/key.pem", "not secret")
    publishing.site.write("static/id_rsa", "secret")
    publishing.site.build()
    assert "output/id_rsa named like a private key" in publishing.refused(allowed=["key.pem"])
    (publishing.root / "static/id_rsa").unlink()
    publishing.site.build()
    assert publishing.deploy(allowed=["key.pem"], is_dry_run=True).value is not None
    assert publishing.deploy(allowed=["output/key.pem"]).value is not None


def test_text_about_localhost_is_no_link_to_it(publishing: Publishing) -> None:
    """A tutorial may say where to look."""
    text = "Open `http://localhost:8000/` and type `curl http://127.0.0.1`.\n\n    localhost\n"
    publishing.site.post("2023-04-01-how-en", "title: How", "description: D", body=text)
    publishing.site.build()
    assert publishing.deploy().value is not None


# --- the command ------------------------------------------------------------------------------


def test_the_command_says_what_it_did(publishing: Publishing) -> None:
    """Numbers for people, an object for programs, exit code 1 for a refusal."""
    site, remote = publishing.site, str(publishing.remote)
    dry = site.command("deploy", "--to", remote, "--dry-run")
    assert dry.returncode == 0
    assert "nothing was pushed" in dry.stdout
    done = site.command("deploy", "--to", remote, "--json")
    told = json.loads(done.stdout)
    assert (told["event"], told["new_branch"], told["branch"]) == ("deployed", True, BRANCH)
    again = site.command("deploy", "--to", remote)
    assert "holds this site already" in again.stdout
    publishing.push_by_hand({"x": "y"})
    refused = site.command("deploy", "--to", remote)
    assert refused.returncode == 1
    assert "nothing was published" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_disk_that_says_no_is_one_line(publishing: Publishing) -> None:
    """No trace: what cannot be read is named."""
    (record,) = (publishing.root / ".site_builder").glob("built-*.json")
    record.unlink()
    record.mkdir()
    done = publishing.site.command("deploy", "--to", str(publishing.remote))
    assert done.returncode == 1
    assert "(machine)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_in_between_is_waited_for(publishing: Publishing, monkeypatch) -> None:
    """What is read is not being written."""
    taken = []
    take_lock = module.take_lock
    monkeypatch.setattr(module, "take_lock", lambda root: taken.append(root) or take_lock(root))
    publishing.deploy()
    assert taken == [publishing.root]


def test_a_site_whose_drafts_were_built_by_mistake_is_noticed(tmp_path: Path) -> None:
    """Though there is no draft: the plain build after it is not taken for done already."""
    site = SmallSite(tmp_path / "blog")
    site.post("2023-01-01-a-en")
    for words in ([], ["--drafts"], []):
        said = site.command("build", *words).stdout
        assert "files" in said


def test_what_was_saved_after_the_build_is_told(publishing: Publishing) -> None:
    """What is online is then not what the author sees in the editor."""
    publishing.site.build()
    assert publishing.deploy().problems == ()
    later = time.time() + 5
    file = publishing.site.page("contact-en", "title: Contact")
    os.utime(file, (later, later))
    (problem,) = publishing.deploy().problems
    assert (problem.code, str(problem.place)) == ("not-built", "content/pages/contact-en.md")


def test_pages_for_an_example_are_not_published(publishing: Publishing) -> None:
    """A new site has such an address, and forgetting it is easy."""
    publishing.site.configure(url="https://example.org")
    publishing.site.build()
    assert "which is an example and not your address = write url: " in publishing.refused()


def test_of_a_large_site_each_step_is_told_and_of_a_small_one_none(
    publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for minutes knows for what; a dry run sends nothing and does not say so."""
    told: list[str] = []

    def deployed(*, is_dry_run: bool) -> list[str]:
        told.clear()
        wish = module.Wish(remote=str(publishing.remote), branch=BRANCH, is_dry_run=is_dry_run)
        module.deploy(
            publishing.root,
            publishing.output,
            wish,
            publishing.root,
            1_800_000_000.0,
            tell=lambda notice: told.append(notice.text.split(" ")[0]),
        )
        return list(told)

    assert deployed(is_dry_run=True) == []
    for owner in (module, payload):
        monkeypatch.setattr(owner, "MANY", 5)
    assert deployed(is_dry_run=True) == ["looking", "asking", "making"]
    assert deployed(is_dry_run=False) == ["looking", "asking", "making", "sending"]
