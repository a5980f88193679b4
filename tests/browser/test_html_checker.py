"""The Nu HTML checker, the W3C's own, finds no error in any page, in either theme."""

import json
import subprocess


def test_every_page_is_valid_html(built_nine, built_site, theme, html_checker):
    """Every HTML file of the output passes the Nu HTML checker with 0 errors."""
    files = [str(file) for file in built_nine.pages]
    if theme == "papel":
        files += [str(file) for file in built_site.pages]
    assert files
    command = [*html_checker, "--format", "json", "--errors-only", "--stdout", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    messages = json.loads(done.stdout or done.stderr)["messages"]
    told = [
        f"{message.get('url', '').partition('/output/')[2]}:{message.get('lastLine')}: "
        f"{message['message']}\n    {message.get('extract', '').strip()!r}"
        for message in messages
        if message["type"] != "info"
    ]
    assert not told, f"{len(told)} errors\n" + "\n".join(told[:40])
    assert done.returncode == 0
