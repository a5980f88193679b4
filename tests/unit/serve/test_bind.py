from __future__ import annotations

import socket

import pytest

from site_builder.serve import bind as bind_module
from site_builder.serve.bind import bind


def test_without_a_host_only_this_machine_is_served() -> None:
    """The address is 127.0.0.1, and ::1 with the same port where there is one, without a token."""
    bound = bind("", 0).value
    assert bound
    try:
        assert bound.origin == f"http://127.0.0.1:{bound.port}"
        assert bound.key == ""
        names = [listener.getsockname()[:2] for listener in bound.sockets]
        assert names in (
            [("127.0.0.1", bound.port)],
            [("127.0.0.1", bound.port), ("::1", bound.port)],
        )
    finally:
        bound.close()


def test_other_machines_need_a_token() -> None:
    """An address that others can reach has a token, and is spelled so that it can be typed."""
    bound = bind("0.0.0.0", 0).value  # noqa: S104 because this is what is tested
    assert bound
    bound.close()
    assert len(bound.key) > 20
    assert bound.host != "0.0.0.0"  # noqa: S104 because this is what is tested


def test_a_port_in_use_is_a_problem_that_names_who() -> None:
    """The author reads which port is taken, by whom where that is known, and what to type."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = bind("", port)
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code == "machine"
    assert problem.message.startswith(f"port {port} is in use")
    assert "--port auto" in problem.hint


def test_auto_takes_the_next_free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --port auto a taken port is passed over."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(bind_module, "DEFAULT_PORT", port)
        bound = bind("", "auto").value
        assert bound
        bound.close()
        assert port != bound.port


@pytest.mark.parametrize(
    ("host", "port", "says"),
    [
        ("", 70000, "70000 is not a port"),
        ("192.0.2.1", 0, "'192.0.2.1' is not an address of this machine"),
        ("no such host", 0, "'no such host' is not an address of this machine"),
        ("x" * 300, 0, "is not an address of this machine"),
    ],
)
def test_an_address_that_cannot_be_is_a_problem(host: str, port: int, says: str) -> None:
    """A wrong host or port is told in plain words."""
    outcome = bind(host, port)
    assert outcome.value is None
    assert says in outcome.problems[0].message
