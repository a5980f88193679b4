"""What a file is called in a ``Content-Type`` header, by the end of its name.

The table is fixed, so a preview does not depend on what a machine has installed (``mimetypes``
reads ``/etc/mime.types`` and the Windows registry). Names are those of the IANA registry.
"""

from __future__ import annotations

HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
JSON = "application/json; charset=utf-8"
JAVASCRIPT = "text/javascript; charset=utf-8"
EVENTS = "text/event-stream; charset=utf-8"
UNKNOWN = "application/octet-stream"

_BY_ENDING = {
    "atom": "application/atom+xml; charset=utf-8",
    "avif": "image/avif",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "htm": HTML,
    "html": HTML,
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": JAVASCRIPT,
    "json": JSON,
    "m4a": "audio/mp4",
    "map": JSON,
    "md": "text/markdown; charset=utf-8",
    "mjs": JAVASCRIPT,
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "rss": "application/rss+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "ttf": "font/ttf",
    "txt": TEXT,
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
    "xsl": "application/xml; charset=utf-8",
    "zip": "application/zip",
}


def content_type(path: str) -> str:
    """The media type of a file of this name; ``application/octet-stream`` where none is known."""
    name = path.rpartition("/")[2]
    return _BY_ENDING.get(name.rpartition(".")[2].lower(), UNKNOWN) if "." in name else UNKNOWN
