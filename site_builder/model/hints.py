"""What a class says of the types of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints


@cache
def hints_of(kind: type) -> Mapping[str, Any]:
    """The types of the fields of a class, by name: hints are text, and are read once."""
    return get_type_hints(kind)
