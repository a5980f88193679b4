"""Does a picture tell more than its author may want?"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Place, Problem


def check_pictures(_site: Site, plan: Plan) -> Iterable[Problem]:
    """Problems: ``image-place`` for a picture that says where on earth it was taken.

    Its smaller versions do not; but the picture itself is published beside them, as it is.
    """
    for path, asset in sorted(plan.assets.items()):
        if asset.tells_place:
            yield Problem(
                code="image-place",
                message="this picture says where it was taken, and everyone can read it",
                place=Place(path=path),
                hint="take the place out of the file, if it is nobody's business",
            )
