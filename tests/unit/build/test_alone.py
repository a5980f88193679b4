"""Who makes pages is alone, and says what the machine refuses."""

import os
from contextlib import redirect_stdout
from io import StringIO

import pytest

from site_builder.build.alone import alone
from site_builder.cli import main
from site_builder.problems import SiteError
from tests.small_site import SmallSite


def test_others_are_kept_out_until_the_end(tmp_path):
    """The lock names this process, and is free afterwards, however it ended."""
    lock = tmp_path / ".site_builder/lock"
    with alone(tmp_path):
        assert lock.read_text() == f"{os.getpid()}\n"
    assert not lock.read_text()
    with pytest.raises(KeyboardInterrupt), alone(tmp_path):
        raise KeyboardInterrupt
    assert not lock.read_text()


def test_what_the_machine_refuses_is_a_problem(tmp_path):
    """A line for the author, and no trace."""
    with pytest.raises(SiteError) as caught, alone(tmp_path):
        raise PermissionError(13, "Permission denied", str(tmp_path / "x"))
    assert [one.code for one in caught.value.problems] == ["machine"]


def test_check_is_alone_too(tmp_path, monkeypatch):
    """It has pages made, which a build in the meantime would take away, or lose."""
    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en")
    seen = []

    def check_heads(_plan, _artifacts):
        seen.append((site.root / ".site_builder/lock").read_text())
        return ()

    monkeypatch.setattr("site_builder.inspect.hreflang.check_heads", check_heads)
    with redirect_stdout(StringIO()):
        assert main(["check", "--root", str(tmp_path)]) == 0
    assert seen == [f"{os.getpid()}\n"]
