"""resume.json is what every tool of the JSON Resume world can read.

The schema is the published one, from the npm package `@jsonresume/schema`; its text is not ours to
copy. It allows any further key, so that no key of ours is in there is asked apart from it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import fastjsonschema
import pytest

from tests.small_site import SmallSite

SCHEMA: Final = Path(__file__).parents[1] / "browser/node_modules/@jsonresume/schema/schema.json"
EVERYTHING: Final = (
    "layout: hiring",
    "last_modified_at: 2026-02-03 04:05:06 +0000",
    "availability: {status: open, updated: 2026-01-02}",
    "basics:",
    "  name: 志伟",
    "  alternate_name: Zhiwei",
    "  label: 工程师",
    "  summary: 写*编译器*。",
    "  email: a@example.org",
    "  phone: +86 138 0000 0000",
    "  url: https://example.org/我",
    "  image: assets/me.png",
    "  location: 广州",
    "  profiles: [{network: GitHub, username: a, url: https://github.com/a}]",
    "facts: [{label: 地点, value: 广州}]",
)
BODY: Final = (
    "## 技能\n\n* 5年以上：中文、英文\n* 自然语言：中文、英文\n"
    "* 工具：Git、[Vim](/v/)\n* 正在学习：日语\n\n"
    "## 要求\n\n1. 在广州。\n\n## 项目\n\n1. 见 https://example.org/x 。\n\n"
    "## 想法\n\n1. 一个想法。\n"
)


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The published schema."""
    if not SCHEMA.is_file():
        if os.environ.get("SITE_BUILDER_REQUIRE_BROWSER") == "1":
            pytest.fail("the JSON Resume schema is not here, and must be", pytrace=False)
        pytest.skip("because the JSON Resume schema is not here (`make test` asks npm for it)")
    found: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def validate(schema: dict[str, Any]) -> Callable[[object], object]:
    """Refuses what the schema does not allow."""
    compiled: Callable[[object], object] = fastjsonschema.compile(schema)
    return compiled


def foreign(data: object, schema: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Every key that the schema does not name."""
    if isinstance(data, dict):
        for key, value in data.items():
            inner = schema.get("properties", {}).get(key)
            if inner is None:
                yield f"{path}/{key}"
            else:
                yield from foreign(value, inner, f"{path}/{key}")
    elif isinstance(data, list):
        for item in data:
            yield from foreign(item, schema.get("items", {}), path)


@pytest.mark.parametrize("address", ["hire", "es/hire"])
def test_our_own_pages_are_valid_in_each_language(built_site, schema, validate, address) -> None:
    """Valid, with core fields only, and saying all that the schema has words for."""
    resume = json.loads((built_site.folder / address / "resume.json").read_text(encoding="utf-8"))
    validate(resume)
    assert list(foreign(resume, schema)) == []
    skills = [one for one in resume["skills"] if "level" in one]
    groups = [one for one in resume["skills"] if "keywords" in one]
    assert (len(skills), len(groups)) == (16, 10)
    assert len(resume["languages"]) == 4
    assert len(resume["projects"]) == 4
    assert resume["meta"]["canonical"] == f"{built_site.url}{address}/resume.json"


def test_a_page_that_says_everything_is_valid(tmp_path, schema, validate) -> None:
    """Written in Chinese, as plain Markdown, with every key of `basics`."""
    site = SmallSite(tmp_path, default_language="zh", languages="[zh, ar]")
    site.write("static/assets/me.png", "x")
    site.page("hire", *EVERYTHING, body=BODY)
    site.build()
    resume = json.loads(site.read("hire/resume.json"))
    validate(resume)
    assert list(foreign(resume, schema)) == []
    assert set(resume) == {
        "$schema", "basics", "skills", "languages", "interests", "projects", "meta",
    }  # fmt: skip
    assert resume["basics"]["image"] == "https://example.org/assets/me.png"
    assert resume["languages"] == [{"language": "中文"}, {"language": "英文"}]
    assert resume["interests"] == [{"name": "正在学习", "keywords": ["日语"]}]
    assert resume["projects"][0]["url"] == "https://example.org/x"
    assert resume["meta"]["lastModified"] == "2026-02-03T04:05:06"
    hire = json.loads(site.read("hire/hire.json"))
    assert hire["requirements"] == ["在广州。"]
    assert hire["ideas"] == [{"text": "一个想法。"}]
    assert hire["facts"] == [{"label": "地点", "value": "广州"}]


def test_a_page_that_says_nothing_is_valid(tmp_path, schema, validate) -> None:
    """No empty list, no empty word."""
    site = SmallSite(tmp_path)
    site.page("hire", "layout: hiring")
    site.build()
    resume = json.loads(site.read("hire/resume.json"))
    validate(resume)
    assert list(foreign(resume, schema)) == []
    assert set(resume) == {"$schema", "meta"}


def test_the_schema_would_tell(validate) -> None:
    """The judge is awake: a number for a name is refused."""
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate({"basics": {"name": 1}})
