"""The frame in which readers answer to a post: its address, by the rules of each provider."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from site_builder.model.document import Document
from site_builder.model.services import Comments
from site_builder.model.source import Kind
from site_builder.model.view import CommentsView
from site_builder.plan.context import PlanContext

_GISCUS_LANGUAGES = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_GISCUS_SPEAKS = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "zh-CN", "zh-TW"}
)


def comments_of(document: Document, ctx: PlanContext) -> CommentsView | None:
    """Where readers answer to this text; None where they are not asked to.

    The frame is told which text by the path of its page, so answers stay when a title changes.
    """
    comments = ctx.config.comments
    if comments is None or document.kind is not Kind.POST:
        return None
    url = ctx.urls.absolute(ctx.urls.document(document))
    path = ctx.urls.href(ctx.urls.document(document))
    make = _giscus if comments.provider == "giscus" else _utterances
    tag = ctx.language_of(document).tag
    room = "discussions" if comments.provider == "giscus" else "issues"
    return CommentsView(
        provider=comments.provider,
        host=urlsplit(comments.origin).netloc,
        frame=make(comments, path, url, tag),
        href=f"https://github.com/{quote(comments.repo)}/{room}",
    )


def _giscus(comments: Comments, path: str, url: str, tag: str) -> str:
    language = _GISCUS_LANGUAGES.get(tag, tag)
    where = f"/{language}" if language in _GISCUS_SPEAKS else ""
    asked = {
        "repo": comments.repo,
        "repoId": comments.repo_id,
        "category": comments.category,
        "categoryId": comments.category_id,
        "term": path,
        "strict": "1",
        "reactionsEnabled": "1",
        "emitMetadata": "0",
        "inputPosition": "bottom",
        "backLink": url,
    }
    return f"{comments.origin}{where}/widget?{urlencode(asked)}"


def _utterances(comments: Comments, path: str, url: str, _tag: str) -> str:
    asked = {"repo": comments.repo, "issue-term": "pathname", "pathname": path, "url": url}
    return f"{comments.origin}/utterances.html?{urlencode(asked)}"
