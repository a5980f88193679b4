"""Which pictures public texts show, wherever they lie and however they are spelled."""

from site_builder.model.view import TextView
from site_builder.plan.pictures import hero_path, photo_path, shown_pictures
from tests.drawing import config_of, plan_of, site_of, view_at


def test_a_hero_is_shown_and_a_file_that_nobody_shows_is_not() -> None:
    """A hero is shown and a file that nobody shows is not."""
    drawing = "posts\n  2023-01-01-a-en image=true"
    site = site_of(drawing, static="assets/images/2023-01-01-a-en.jpg other.jpg").value
    assert site is not None
    paths = [source.path for source in shown_pictures(site, config_of())]
    assert paths == ["static/assets/images/2023-01-01-a-en.jpg"]
    (document,) = site.by_path.values()
    assert hero_path(document, site) == paths[0]


def test_the_photo_of_a_hiring_page_is_shown() -> None:
    """One below static/ is; one of another host is not ours to make smaller."""
    drawing = "pages\n  hire-en layout=hiring 'basics={name: Ana, image: %s}'"
    found = {}
    for image in ("/ana.jpg", "https://a.org/ana.jpg"):
        site = site_of(drawing % image, static="ana.jpg").value
        assert site is not None
        (document,) = site.by_path.values()
        shown = [source.path for source in shown_pictures(site, config_of())]
        found[image] = (photo_path(document, site), shown)
    ours = "static/ana.jpg"
    assert found == {"/ana.jpg": (ours, [ours]), "https://a.org/ana.jpg": ("", [])}


def test_a_hero_that_is_not_there_is_none() -> None:
    """A hero that is not there is none."""
    site = site_of("posts\n  2023-01-01-a-en image=true").value
    assert site is not None
    assert shown_pictures(site, config_of()) == ()


def test_a_page_without_known_sizes_says_none() -> None:
    """A page without known sizes says none."""
    plan = plan_of(
        "posts\n  2023-01-01-a-en image=true", static="assets/images/2023-01-01-a-en.jpg"
    )
    image = view_at(plan, "/a/", TextView).image
    assert image is not None
    assert (image.href, image.width, image.sources) == ("/assets/images/2023-01-01-a-en.jpg", 0, ())
