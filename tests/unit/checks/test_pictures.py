"""What a picture tells of its author is noted, when `check` is asked."""

from dataclasses import replace

from site_builder.checks.pictures import check_pictures
from site_builder.checks.run import run_checks
from site_builder.model.source import Kind, Source, Stat
from site_builder.parse.asset import read_asset
from tests.drawing import plan_of, site_of
from tests.pictures import photo


def test_a_photo_that_tells_where_it_was_taken_is_noted() -> None:
    """By `check` alone, since an author may want it so; another photo is not."""
    site, plan = site_of("").value, plan_of("").value
    assert site is not None
    assert plan is not None
    stat = Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1)
    assets = {
        path: read_asset(Source(path=path, kind=Kind.FILE, stat=stat), photo(90, 60, place=place))
        for path, place in {"content/posts/home.jpg": True, "content/posts/sea.jpg": False}.items()
    }
    plan = replace(plan, assets={path: one.value for path, one in assets.items() if one.value})
    (problem,) = check_pictures(site, plan)
    assert problem.code == "image-place"
    assert problem.place is not None
    assert problem.place.path == "content/posts/home.jpg"
    assert not run_checks(site, plan)
    assert problem in run_checks(site, plan, now=0)
