"""The hiring page for machines."""

import json
from dataclasses import replace

from site_builder.model.data_view import ProfileView
from site_builder.model.hiring import Basics, Idea, Profile, RichText, SkillBand, ToolGroup, Years
from site_builder.model.language import Language
from site_builder.render.json_files import hire_json, resume_json

VIEW = ProfileView(
    profile=Profile(
        basics=Basics(name="Ana"),
        skills=(SkillBand(level="5+ years", years=Years(min=5), keywords=("Java", "Go")),),
        tools=(
            ToolGroup(name="Spoken", role="languages", keywords=("English",)),
            ToolGroup(name="Cloud", keywords=("AWS",)),
        ),
        requirements=(RichText(html="<b>x</b>", text="x"),),
        ideas=(Idea(text=RichText(html="y", text="y")),),
    ),
    language=Language(code="en", tag="en", name="English", direction="ltr", aliases=()),
    url="https://example.org/hire/",
    address="https://example.org/hire/resume.json",
    modified="2026-01-02",
    evidence={"Go": ("https://example.org/go/",)},
)


def test_resume_json_has_core_fields_only() -> None:
    """Each skill has its level, spoken languages are languages, what is empty is left out."""
    resume = json.loads(resume_json(VIEW))
    assert resume["basics"] == {"name": "Ana"}
    assert {"name": "Go", "level": "5+ years"} in resume["skills"]
    assert {"name": "Cloud", "keywords": ["AWS"]} in resume["skills"]
    assert resume["languages"] == [{"language": "English"}]
    assert "requirements" not in resume


def test_hire_json_has_the_rest() -> None:
    """Requirements and ideas as plain words."""
    hire = json.loads(hire_json(VIEW))
    assert (hire["requirements"], hire["ideas"]) == (["x"], [{"text": "y"}])
    assert hire["skills"] == [
        {"level": "5+ years", "years": {"min": 5}, "keywords": ["Java", "Go"]},
    ]  # fmt: skip
    assert hire["evidence"] == {"Go": ["https://example.org/go/"]}


def test_no_years_is_still_a_year() -> None:
    """A bound of 0 is said, not left out with what is empty."""
    band = SkillBand(level="less", years=Years(min=0, max=1), keywords=("Big Data",))
    view = replace(VIEW, profile=replace(VIEW.profile, skills=(band,)))
    assert json.loads(hire_json(view))["skills"][0]["years"] == {"min": 0, "max": 1}


def test_resume_json_says_where_it_is_and_how_old() -> None:
    """`meta` has the file's own address and a moment in the form that the schema asks for."""
    meta = json.loads(resume_json(VIEW))["meta"]
    assert meta["canonical"] == "https://example.org/hire/resume.json"
    assert meta["lastModified"] == "2026-01-02T00:00:00"
    dated = replace(VIEW, modified="2026-01-02T03:04:05+08:00")
    assert json.loads(resume_json(dated))["meta"]["lastModified"] == "2026-01-02T03:04:05"
    assert "lastModified" not in json.loads(resume_json(replace(VIEW, modified="")))["meta"]
