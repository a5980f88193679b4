"""``python -m site_builder``."""

from site_builder.cli import entry

if __name__ == "__main__":
    entry()
