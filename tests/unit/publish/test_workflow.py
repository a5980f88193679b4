"""The workflow that a site is given."""

import re
from pathlib import Path

from site_builder.publish.workflow import TEXT, WORKFLOW, write_workflow
from site_builder.strict_yaml import MappingNode, load
from tests.small_site import SmallSite

REPO = Path(__file__).resolve().parents[3]
_USES = re.compile(r"uses: (\S+)@(\S+) (# v[\d.]+)")


def mapping(node: object, *keys: str) -> MappingNode:
    for key in keys:
        assert isinstance(node, MappingNode)
        node = node.get(key)
    assert isinstance(node, MappingNode)
    return node


def words(node: MappingNode) -> dict[str, str]:
    return {key.text: getattr(value, "text", "") for key, value in node.entries}


def test_each_job_may_do_only_what_it_needs() -> None:
    """Nothing by default; only the deployment may write, and only pages."""
    workflow = load(TEXT, path=WORKFLOW).value
    assert workflow is not None
    assert words(mapping(workflow, "permissions")) == {}
    jobs = mapping(workflow, "jobs")
    assert words(mapping(jobs, "build", "permissions")) == {"contents": "read", "pages": "read"}
    deploy = words(mapping(jobs, "deploy", "permissions"))
    assert deploy == {"pages": "write", "id-token": "write"}
    triggers = [key.text for key, _ in mapping(workflow, "on").entries]
    assert triggers == ["push", "schedule", "workflow_dispatch"], "no pull request runs it"


def test_actions_are_pinned_as_those_of_this_repository() -> None:
    """By commit, with the version beside it; what is renewed here is renewed there."""
    found = _USES.findall(TEXT)
    assert len(found) == TEXT.count("uses:")
    assert all(re.fullmatch(r"[0-9a-f]{40}", commit) for _, commit, _ in found)
    ours = _USES.findall((REPO / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    assert set(found) <= set(ours)


def test_nothing_is_restored_or_kept_that_need_not_be() -> None:
    """No cache, and no checkout leaves its token behind."""
    assert "cache" not in TEXT
    assert TEXT.count("actions/checkout@") == TEXT.count("persist-credentials: false")
    assert TEXT.count("timeout-minutes:") == TEXT.count("runs-on:")


def test_it_is_written_once_and_over_nothing(tmp_path: Path) -> None:
    """Another workflow of that name stays."""
    site = SmallSite(tmp_path)
    done = site.command("deploy", "--workflow")
    assert done.returncode == 0
    file = tmp_path / WORKFLOW
    assert file.read_text(encoding="utf-8") == TEXT
    assert "is there already" in site.command("deploy", "--workflow").stdout
    file.write_text("name: Mine\n", encoding="utf-8")
    outcome = write_workflow(tmp_path)
    assert [problem.code for problem in outcome.problems] == ["file-exists"]
    assert file.read_text(encoding="utf-8") == "name: Mine\n"
