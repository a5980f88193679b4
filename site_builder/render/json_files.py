"""The hiring page for machines.

``resume.json`` has the core fields of JSON Resume 1.0 (jsonresume.org/schema) and nothing else, so
every theme and tool of that world can read it; ``hire.json`` has what the schema has no words for.
"""

from __future__ import annotations

import json
from typing import Any

from site_builder.model.data_view import ProfileView
from site_builder.model.hiring import Basics, Profile, Project, SkillBand, Years

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def resume_json(view: ProfileView) -> bytes:
    """Spell the profile as JSON Resume; empty fields are left out."""
    profile = view.profile
    languages = [
        {"language": word}
        for group in profile.tools
        if group.role == "languages"
        for word in group.keywords
    ]
    interests = [
        {"name": group.name, "keywords": list(group.keywords)}
        for group in profile.tools
        if group.role == "learning"
    ]
    return _spell(
        {
            "$schema": _SCHEMA,
            "basics": _basics(profile.basics),
            "skills": _skills(profile),
            "languages": languages,
            "interests": interests,
            "projects": [_project(one) for one in profile.projects],
            "meta": {
                "canonical": view.address,
                "version": "v1.0.0",
                "lastModified": _moment(view.modified),
            },
        }
    )


def hire_json(view: ProfileView) -> bytes:
    """Spell the rest: availability, facts, years, evidence, requirements, ideas."""
    profile = view.profile
    now = profile.availability
    return _spell(
        {
            "url": view.url,
            "language": view.language.tag,
            "availability": now and {"open": now.is_open, "text": now.text, "updated": now.updated},
            "facts": [{"label": fact.label, "value": fact.value} for fact in profile.facts],
            "skills": [_band(one) for one in profile.skills],
            "evidence": {word: list(urls) for word, urls in view.evidence.items()},
            "requirements": [one.text for one in profile.requirements],
            "ideas": [{"title": one.title, "text": one.text.text} for one in profile.ideas],
        }
    )


def _band(band: SkillBand) -> dict[str, Any]:
    years = band.years or Years()
    return {
        "level": band.level,
        "years": {"min": years.min, "max": years.max},
        "keywords": list(band.keywords),
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        "name": project.name,
        "description": project.description.text,
        "url": project.url,
    }


def _moment(iso: str) -> str:
    """``YYYY-MM-DDThh:mm:ss``, the form that the schema asks of ``meta.lastModified``."""
    return iso[:19] if "T" in iso else iso and f"{iso}T00:00:00"


def _basics(basics: Basics) -> dict[str, Any]:
    return {
        "name": basics.name,
        "label": basics.label,
        "image": basics.image,
        "email": basics.email,
        "phone": basics.phone,
        "url": basics.url,
        "summary": basics.summary.text if basics.summary else "",
        "location": {"address": basics.location},
        "profiles": [
            {"network": one.network, "username": one.username, "url": one.url}
            for one in basics.profiles
        ],
    }


def _skills(profile: Profile) -> list[dict[str, Any]]:
    """One entry a skill, since the schema gives a level to each; then one a group of tools."""
    skills: list[dict[str, Any]] = [
        {"name": keyword, "level": band.level}
        for band in profile.skills
        for keyword in band.keywords
    ]
    skills += [
        {"name": group.name, "keywords": list(group.keywords)}
        for group in profile.tools
        if not group.role
    ]
    return skills


def _spell(data: dict[str, Any]) -> bytes:
    return (json.dumps(_filled(data), ensure_ascii=False, indent=2) + "\n").encode()


def _filled(value: Any) -> Any:
    """``value`` without the fields that say nothing."""
    if isinstance(value, dict):
        kept = {key: _filled(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ("", [], {}, None)}
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value
