"""What the build was like that made the output: whoever publishes it has to know.

A JSON file beside the manifest. It is taken away before a build touches the first file of the
output and written when the last one is in its place, so what it says is never said of half a site.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

from site_builder.frozen import dataclass
from site_builder.write.records import read_record, record_path, remove_record, write_record

_KIND = "built"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The build that made the output."""

    url: str
    """Where it was made for: origin and base path."""
    drafts: bool
    """Whether drafts are among the pages."""
    future: bool
    """Whether posts are among them whose date has yet to come."""
    errors: bool
    """Whether it went on despite errors."""


def save_about(root: Path, output: Path, about: About) -> None:
    """Say what the output is. Raises OSError."""
    write_record(root, _KIND, output, asdict(about))


def forget_about(root: Path, output: Path) -> None:
    """Say nothing of the output any more. Raises OSError."""
    remove_record(root, _KIND, output)


def about_moment(root: Path, output: Path) -> int:
    """When the output was finished, in nanoseconds since 1970. Raises OSError."""
    return record_path(root, _KIND, output).stat().st_mtime_ns


def load_about(root: Path, output: Path) -> About | None:
    """What is known of the output; None when nothing is, or it cannot be understood.

    Raises OSError when the file may not be read.
    """
    try:
        value = read_record(root, _KIND, output)
    except ValueError:
        return None
    match value:
        case {
            "url": str(url),
            "drafts": bool(drafts),
            "future": bool(future),
            "errors": bool(errors),
        } if isinstance(value, dict) and len(value) == len(fields(About)):
            return About(url=url, drafts=drafts, future=future, errors=errors)
    return None
