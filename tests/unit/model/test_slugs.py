"""Words for addresses, in every script."""

import pytest

from site_builder.model.slugs import slugify, topic_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Machine Learning!", "machine-learning"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("中文，标签", "中文-标签"),
        ("C++ & C#", "c-c"),
        ("Ünï  cødé", "ünï-cødé"),
        ("…", ""),
    ],
)
def test_letters_marks_and_digits_are_kept(text: str, slug: str) -> None:
    """Marks belong to their letters; everything else is one hyphen, trimmed."""
    assert slugify(text) == slug


def test_topics_of_signs_keep_apart() -> None:
    """C, C++ and C# are three languages, and a tag of signs alone has an address too."""
    assert [topic_slug(word) for word in ("C", "C++", "C#", "#1", "🎉")] == [
        "c",
        "c-plus-plus",
        "c-sharp",
        "1",
        "1f389",
    ]
