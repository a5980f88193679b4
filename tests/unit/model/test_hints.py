"""What a class says of the types of its fields."""

from site_builder.model.hints import hints_of
from site_builder.model.view import LinkView, TextView


def test_hints_are_types() -> None:
    """What is written as text is the type itself, that of a base class too."""
    hints = hints_of(TextView)
    assert hints["minutes"] is int
    assert hints["canonical"] is str
    assert LinkView in hints["tags"].__args__


def test_they_are_read_once() -> None:
    """To read them costs more than to use them."""
    assert hints_of(TextView) is hints_of(TextView)
