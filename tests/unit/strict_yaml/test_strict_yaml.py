"""The door itself: what goes in, what comes out, and what is not woken by standing there."""

import subprocess
import sys

from site_builder.strict_yaml import load
from tests.drawing import codes


def test_text_goes_in_and_nodes_come_out() -> None:
    """With their places in the file; or Problems, and then nothing."""
    outcome = load("a: 1\nb: [2]\n", path="x.yml", first_line=5)
    assert outcome.value is not None
    assert [(key.text, key.line) for key, _ in outcome.value.entries] == [("a", 5), ("b", 6)]
    refused = load("a: *b\n", path="x.yml")
    assert refused.value is None
    assert codes(refused.problems) == ["bad-yaml"]


def test_the_parser_is_imported_for_the_first_text_that_needs_it() -> None:
    """Plain front matter does not."""
    code = (
        "import sys; from site_builder.strict_yaml import load, read_plain; "
        "read_plain('a: 1\\n'); plain = 'yaml' in sys.modules; "
        "load('a: {b: 1}', path='x'); print(plain, 'yaml' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False True\n"
