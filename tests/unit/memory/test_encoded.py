"""A picture is encoded once, whatever becomes of the output and of the texts."""

from pathlib import Path

import pytest

from site_builder.memory.encoded import EncodedImages
from site_builder.memory.store import Store
from site_builder.model.data_view import PlainView, VariantView
from site_builder.model.route import Form, Route
from site_builder.problems import Outcome


class Desk:
    """A memory, and what was encoded."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.encoded: list[str] = []

    def run(self, *routes: Route, scope: str = "build", forget: bool = False) -> list[bytes | None]:
        """Render ``routes`` in a memory that is opened and closed."""
        self.encoded = []
        store = Store(self.root / "memory.sqlite3")
        images = EncodedImages(store, scope, self.root / "images", forget=forget)
        render = images.around(self._render)
        made = [render(route).value for route in routes]
        images.prune(routes)
        store.close()
        return made

    def _render(self, route: Route) -> Outcome[bytes]:
        self.encoded.append(route.output)
        return Outcome(value=f"bytes of {route.output}".encode())

    @property
    def files(self) -> list[Path]:
        """What is kept."""
        return sorted((self.root / "images").iterdir())


def route(output: str, width: int = 480) -> Route:
    view = VariantView(
        source="a.jpg",
        digest="d",
        format="webp",
        width=width,
        height=300,
        quality=75,
        encoder="Pillow 1",
    )
    return Route(
        address=f"/{output}",
        output=output,
        language="",
        form=Form.IMAGE,
        template="",
        view=view,
        owner="a.jpg",
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_second_run_encodes_nothing_and_another_address_neither(desk: Desk) -> None:
    """What it is made of counts, not what it is called."""
    made = desk.run(route("a.webp"))
    assert desk.run(route("a.webp")) == made
    assert desk.run(route("b.webp")) == made
    assert desk.encoded == []


def test_another_shape_is_another_picture(desk: Desk) -> None:
    """So is whatever is rendered with --force."""
    desk.run(route("a.webp"))
    desk.run(route("a.webp", 800))
    assert desk.encoded == ["a.webp"]
    desk.run(route("a.webp", 800), forget=True)
    assert desk.encoded == ["a.webp"]


def test_what_no_run_needs_is_dropped(desk: Desk) -> None:
    """Each scope has a say: what the preview needs stays when a build does without it."""
    desk.run(route("a.webp"))
    desk.run(route("a.webp", 800), scope="serve")
    desk.run(scope="build")
    assert len(desk.files) == 1
    desk.run(scope="serve")
    assert desk.files == []


def test_what_is_damaged_is_encoded_again(desk: Desk) -> None:
    """Cut off, written over, or gone."""
    made = desk.run(route("a.webp"))
    (file,) = desk.files
    whole = file.read_bytes()
    for damage in (whole[:-1], whole[:10], b"", whole[:70] + b"!" + whole[71:]):
        file.write_bytes(damage)
        assert desk.run(route("a.webp")) == made
        assert desk.encoded == ["a.webp"]


def test_pages_pass_by(desk: Desk) -> None:
    """Only pictures are kept here."""
    page = Route(
        address="/robots.txt",
        output="robots.txt",
        language="",
        form=Form.TEXT,
        template="",
        view=PlainView(text=""),
        owner="robots",
    )
    desk.run(page)
    desk.run(page)
    assert desk.encoded == ["robots.txt"]
    assert not (desk.root / "images").exists()
