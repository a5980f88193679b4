"""Where the records of the output are kept."""

from __future__ import annotations

from typing import Any

from site_builder.write.records import (
    read_record,
    record_path,
    records,
    remove_record,
    write_record,
)


def test_round_trip(site: Any) -> None:
    """A record comes back as it was written, in any script, until it is removed."""
    assert read_record(site.root, "manifest", site.output) is None
    write_record(site.root, "manifest", site.output, {"título": ["中文", 1]})
    assert read_record(site.root, "manifest", site.output) == {"título": ["中文", 1]}
    assert "中文" in record_path(site.root, "manifest", site.output).read_text(encoding="utf-8")
    remove_record(site.root, "manifest", site.output)
    assert read_record(site.root, "manifest", site.output) is None
    remove_record(site.root, "manifest", site.output)


def test_never_in_the_output(site: Any) -> None:
    """Records lie in .site_builder/ of the site, not in what is published."""
    write_record(site.root, "manifest", site.output, {})
    assert record_path(site.root, "manifest", site.output).parent == records(site.root)
    assert not site.output.exists()


def test_two_spellings_one_record(site: Any, tmp_path: Any) -> None:
    """An output reached through a link above it has the same record as by its real path."""
    (tmp_path / "way").symlink_to(site.root)
    direct = record_path(site.root, "manifest", site.output)
    assert record_path(site.root, "manifest", tmp_path / "way" / "output") == direct


def test_a_memory_on_another_disk(site: Any, tmp_path: Any) -> None:
    """A .site_builder/ that the author made a link is followed."""
    (tmp_path / "fast").mkdir()
    (site.root / ".site_builder").symlink_to(tmp_path / "fast")
    site.publish({"index.html": "home"})
    assert list((tmp_path / "fast").glob("manifest-*.json"))
