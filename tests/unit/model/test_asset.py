"""Pictures are known by what they say, wherever they lie."""

from site_builder.model.asset import Asset, Gallery


def _asset(path: str, digest: str) -> Asset:
    return Asset(
        path=path,
        digest=digest,
        size=1,
        media_type="image/png",
        width=1,
        height=1,
        can_be_remade=True,
        tells_place=False,
    )


def test_the_first_path_names_the_bytes() -> None:
    """A second file with the same bytes names nothing."""
    assets = {path: _asset(path, digest) for path, digest in (("b", "1"), ("a", "1"), ("c", "2"))}
    assert Gallery(assets=assets).named == {"1": "a", "2": "c"}
