"""One registry of output paths; a collision names both owners."""

from site_builder.plan.collisions import Claim, collisions
from site_builder.problems import Place

PLACE = Place(path="content/posts/b.md", line=3)


def _claim(output: str, owner: str, place: Place | None = None) -> Claim:
    return Claim(output=output, address=f"/{output}", owner=owner, place=place)


def test_one_file_has_one_owner() -> None:
    """Two owners are both named, at the place the author can change."""
    (problem,) = collisions([_claim("x", "a.md"), _claim("x", "b.md", PLACE)])
    assert "a.md" in problem.message
    assert "b.md" in problem.message
    assert problem.place == PLACE


def test_the_message_stands_at_a_file_of_the_author() -> None:
    """When a text comes before a list of the builder's, the text is still where it is said."""
    (problem,) = collisions([_claim("x", "b.md", PLACE), _claim("x", "the archive")])
    assert problem.place == PLACE


def test_case_and_composition_do_not_tell_files_apart() -> None:
    """MacOS and Windows would overwrite one with the other."""
    assert collisions([_claim("About/index.html", "a"), _claim("about/index.html", "b")])
    assert collisions([_claim("é/index.html", "a"), _claim("e\u0301/index.html", "b")])
    assert collisions([_claim("straße.html", "a"), _claim("STRASSE.html", "b")])


def test_a_file_where_a_folder_is_needed_collides() -> None:
    """X and x/index.html cannot both be there, in either order."""
    assert collisions([_claim("x", "a"), _claim("x/index.html", "b")])
    assert collisions([_claim("x/index.html", "a"), _claim("x", "b")])


def test_neighbours_do_not_collide() -> None:
    """Different files in one folder are fine."""
    assert collisions([_claim("x/a.html", "a"), _claim("x/b.html", "b"), _claim("xa", "c")]) == ()
