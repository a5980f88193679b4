"""The tables are known again by their definitions."""

import sqlite3
from contextlib import closing

from site_builder.memory.tables import SCHEMA


def test_sqlite_tells_the_definitions_as_they_are_written() -> None:
    """Else every memory would be taken for that of someone else."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for definition in SCHEMA.values():
            connection.execute(definition)
        told = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        assert dict(told) == SCHEMA
