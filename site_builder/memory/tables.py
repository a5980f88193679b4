"""The tables of the memory.

about     the form of these tables: a builder that knows another one finds it empty
facts     what was understood of a text, by its path, its digest and the settings of reading it
bodies    the HTML of texts, each named by its digest
sources   the texts of the last run, with what the disk said of them: the way to their facts
assets    the pictures of the last run, with what the disk said and what was understood of them
encoded   which encoded pictures the last run needed; these are files of a folder beside
pages     the pages of the last run, and what they were made from
carriers  the pages that carry the body of a text, with their Views; what stands in these by its
          digest is in ``apart``
carried   which pages carry each text
ground    what the last run stood on: settings, theme, phrases
words     what search knows of texts, each named by its digest
indexes   the search indexes of the last run, by language; the texts they were made from are
          in ``indexed``, their shards in ``shards``
"""

FORMAT = 8
"""Raised when the tables change."""

_TABLES = {
    "about": "(format INTEGER NOT NULL)",
    "facts": "(path TEXT, digest TEXT, stamp TEXT, value TEXT NOT NULL, body TEXT NOT NULL,"
    " words TEXT NOT NULL, sum TEXT NOT NULL, PRIMARY KEY (stamp, path, digest)) WITHOUT ROWID",
    "bodies": "(digest TEXT PRIMARY KEY, html TEXT NOT NULL)",
    "sources": "(scope TEXT, path TEXT, digest TEXT NOT NULL, stamp TEXT NOT NULL,"
    " size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER,"
    " PRIMARY KEY (scope, path)) WITHOUT ROWID",
    "assets": "(scope TEXT, path TEXT, digest TEXT NOT NULL, stamp TEXT NOT NULL,"
    " value TEXT NOT NULL, sum TEXT NOT NULL,"
    " size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER,"
    " PRIMARY KEY (scope, path)) WITHOUT ROWID",
    "encoded": "(scope TEXT, key TEXT, PRIMARY KEY (scope, key)) WITHOUT ROWID",
    "pages": "(scope TEXT, output TEXT, view TEXT NOT NULL, template TEXT NOT NULL,"
    " tool TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL,"
    " PRIMARY KEY (scope, output)) WITHOUT ROWID",
    "carriers": "(scope TEXT, output TEXT, address TEXT NOT NULL, language TEXT NOT NULL,"
    " form TEXT NOT NULL, template TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL,"
    " view TEXT NOT NULL, PRIMARY KEY (scope, output))",
    "apart": "(scope TEXT, digest TEXT, text TEXT NOT NULL, PRIMARY KEY (scope, digest))",
    "carried": "(scope TEXT, path TEXT, source TEXT NOT NULL, body TEXT NOT NULL,"
    " outputs TEXT NOT NULL, sum TEXT NOT NULL, PRIMARY KEY (scope, path)) WITHOUT ROWID",
    "ground": "(scope TEXT PRIMARY KEY, value TEXT NOT NULL, sum TEXT NOT NULL)",
    "words": "(digest TEXT PRIMARY KEY, text TEXT NOT NULL)",
    "indexes": "(scope TEXT, language TEXT, stamp TEXT NOT NULL, shape TEXT NOT NULL,"
    " PRIMARY KEY (scope, language)) WITHOUT ROWID",
    "indexed": "(scope TEXT, language TEXT, number INTEGER, words TEXT NOT NULL,"
    " PRIMARY KEY (scope, language, number)) WITHOUT ROWID",
    "shards": "(scope TEXT, language TEXT, name TEXT, digest TEXT NOT NULL, text TEXT NOT NULL,"
    " PRIMARY KEY (scope, language, name))",
}
SCHEMA = {name: f"CREATE TABLE {name} {columns}" for name, columns in _TABLES.items()}
"""Name → how SQLite itself tells the definition of a table."""
