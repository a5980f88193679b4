"""``site.yml`` → Config: every key checked and completed, all mistakes told at once."""

from site_builder.config.file import missing_site, places_in_site_file, read_site_file
from site_builder.config.keys import CONFIG_KEYS, WAITING, ConfigKey
from site_builder.config.reader import ConfigOverrides, read_config

__all__ = [
    "CONFIG_KEYS",
    "WAITING",
    "ConfigKey",
    "ConfigOverrides",
    "missing_site",
    "places_in_site_file",
    "read_config",
    "read_site_file",
]
