"""What a build says of search."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.build.request import Prepared
from site_builder.model.route import Form

_TOLD = 0.005
"""Seconds; less would be told as 0.00."""


def search_lines(prepared: Prepared, seconds: float) -> Iterable[str]:
    """How many languages can be searched, what their files weigh before compression, and cost.

    ``seconds`` is the processor time that search took in this build. No line where search is off.
    """
    routes = [route for route in prepared.plan.routes if route.form is Form.SEARCH]
    if routes:
        outputs = {route.output for route in routes}
        size = sum(one.size for one in prepared.artifacts if one.output in outputs)
        count = len({route.language for route in routes})
        cost = f", {seconds:.2f} s of processor time" if seconds >= _TOLD else ""
        yield f"   search {count:>4} index{'es' * (count != 1)}, {-(-size // 1024):,} KB{cost}"
