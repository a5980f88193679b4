"""What machines read of a tiny site, to the letter: feeds, sitemap, robots, hiring data.

The pages themselves are read by tests/site and tests/browser; their bytes change with every theme.
Renew with `make golden`, and read the difference before committing it.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

REPO = Path(__file__).resolve().parents[1]
ENDINGS = {".xml", ".txt", ".json"}


def test_what_machines_read(
    tmp_path: Path, agrees_with_file: Callable[[bytes | str, Path], None]
) -> None:
    """Every feed, sitemap and data file of tests/sites/bilingual is as tests/golden has it."""
    root = tmp_path / "site"
    shutil.copytree(REPO / "tests/sites/bilingual", root)
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(root)]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    output = root / "output"
    made = sorted(file for file in output.rglob("*") if file.suffix in ENDINGS)
    assert len(made) == 15
    for file in made:
        golden = REPO / "tests/golden/bilingual" / file.relative_to(output)
        agrees_with_file(file.read_text(encoding="utf-8"), golden)
