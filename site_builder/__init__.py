"""The builder of multilingual sites; this module holds its version and imports nothing."""

__version__ = "0.1.0"
