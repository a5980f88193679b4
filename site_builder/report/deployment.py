"""What ``deploy`` has done, as lines for people and as a JSON object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.model.deployment import Deployment
from site_builder.report.spelling import visible

_MOST_NAMED = 5
_MEGABYTE = 1024 * 1024


def deployment_lines(deployment: Deployment) -> Iterator[str]:
    """What changes, then what was done about it."""
    where = f"{deployment.branch} of {visible(deployment.remote)}"
    if deployment.is_unchanged:
        yield f" ✓ {where} holds this site already; nothing was pushed"
        return
    for name in ("new", "changed", "removed"):
        yield from _paths(name, getattr(deployment, name))
    size = f"{deployment.total_bytes / _MEGABYTE:,.1f} MB"
    files = f"{deployment.files} file{'s' * (deployment.files != 1)}, {size}"
    if deployment.is_dry_run:
        yield f" · {files} would be on {where}; nothing was pushed"
        return
    yield f" ✓ {files}, on {where}   {deployment.commit[:10]}"
    if deployment.is_new_branch:
        yield "   the branch is new: on GitHub, choose it under Settings, Pages"


def deployment_object(deployment: Deployment) -> Mapping[str, object]:
    """All there is to say, every path too."""
    return {
        "event": "deployed",
        "remote": deployment.remote,
        "branch": deployment.branch,
        "new_branch": deployment.is_new_branch,
        "new": list(deployment.new),
        "changed": list(deployment.changed),
        "removed": list(deployment.removed),
        "files": deployment.files,
        "bytes": deployment.total_bytes,
        "commit": deployment.commit or None,
        "dry_run": deployment.is_dry_run,
        "unchanged": deployment.is_unchanged,
    }


def _paths(name: str, paths: tuple[str, ...]) -> Iterator[str]:
    shown = ", ".join(map(visible, paths[:_MOST_NAMED]))
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    yield f"   {name:<8} {len(paths):>6}   {shown}{more}".rstrip()
