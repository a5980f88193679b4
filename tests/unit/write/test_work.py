"""One change of the output folder keeps the manifest true, however it ends."""

from __future__ import annotations

import errno
from typing import Any

import pytest

from site_builder.write.work import Work


def test_an_oserror_becomes_a_problem(site: Any) -> None:
    """A refusal of the disk ends the work and is told with the file at hand."""
    work = Work(site.root, site.manifest())
    with work:
        raise OSError(errno.EIO, "Input/output error")
    assert [problem.message for problem in work.problems] == [
        "output cannot be written: input/output error"
    ]


def test_a_bug_goes_on(site: Any) -> None:
    """Any other exception is not swallowed, and the manifest is written before it goes on."""
    site.publish({"index.html": "home"})
    (site.output / "index.html").touch()
    work = Work(site.root, site.manifest())

    def stumble() -> None:
        with work:
            work.publish((), keep=False)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert work.removed == ["index.html"]
    assert site.manifest().entries == {}


def test_held_page_that_vanishes(site: Any) -> None:
    """A page that the output held when it was asked, but not when it came to writing, is told."""
    site.publish({"index.html": "home", "a.html": "a"})
    ready = site.ready({"index.html": "home", "a.html": "a"})
    (site.output / "a.html").unlink()
    outcome = ready()
    assert outcome.value is None
    assert [problem.message for problem in outcome.problems] == [
        "output/a.html cannot be kept: someone changed it during this build"
    ]
    assert site.publish({"index.html": "home", "a.html": "a"}).value.changed == ("a.html",)


def test_manifest_that_cannot_be_written(site: Any, fault: Any) -> None:
    """When all is in place but the manifest cannot be saved, the journal knows what is ours."""
    ready = site.ready({"index.html": "home"})
    with fault("fsync", nth=2, error=OSError(errno.ENOSPC, "No space left on device")):
        outcome = ready()
    assert outcome.value is None
    assert outcome.problems[0].message.startswith(".site_builder/manifest-")
    assert outcome.problems[0].message.endswith("cannot be written: no space left on the device")
    assert site.publish({"a.html": "a"}).value.removed == ("index.html",)
