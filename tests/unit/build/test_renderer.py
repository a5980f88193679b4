"""The renderer of one build, made at the first page or while workers parse."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.build.conductor import build
from site_builder.build.request import Request
from site_builder.model.gate import Gate
from site_builder.parallel import FEW
from tests.small_site import NOW, REPO, SmallSite

PROGRAM = """
import sys
from pathlib import Path
from site_builder.build import conductor
from site_builder.build.request import Request
from site_builder.model.gate import Gate
root = Path(sys.argv[1])
request = Request(root=root, output=root / "output", gate=Gate(now=0), jobs=2)
getattr(conductor, sys.argv[2])(request, lambda event: None)
print("site_builder.render.page" in sys.modules)
"""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """So many posts that workers parse them."""
    made = SmallSite(tmp_path)
    for number in range(FEW):
        made.post(f"1969-01-01-p{number}-en", body="Words.")
    return made


@pytest.mark.parametrize(("step", "is_imported"), [("build", "True"), ("assembled", "False")])
def test_who_imports_templates(site: SmallSite, step: str, is_imported: str) -> None:
    """The process that starts the workers, so that they inherit it; none where no page is made."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(site.root), step],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(REPO)},
    )
    assert done.stdout.strip() == is_imported


def test_the_pages_are_the_same(site: SmallSite) -> None:
    """Whether workers rendered them with templates that they inherited, or one process did."""
    digests = set()
    for jobs in (1, 2):
        output = site.root / f"output-{jobs}"
        build(Request(root=site.root, output=output, gate=Gate(now=NOW), jobs=jobs), print)
        files = sorted(path for path in output.rglob("*") if path.is_file())
        digests.add(hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest())
        (site.root / ".site_builder/memory.sqlite3").unlink()
    assert len(digests) == 1
