from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from site_builder.serve.port_owner import port_owner


@pytest.mark.skipif(sys.platform != "linux", reason="because only Linux tells in /proc")
def test_the_owner_of_a_port_is_named() -> None:
    """Who listens on a port is named with its process number; a free port has no owner."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        (owner,) = port_owner(port)
        assert "(process " in owner
    assert port_owner(port) == ()


def test_without_proc_nobody_is_named(tmp_path: Path) -> None:
    """Other systems tell nothing, and that is no mistake."""
    assert port_owner(8000, proc=tmp_path) == ()
