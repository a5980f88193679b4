"""Beginnings: a file with the right name and front matter, so that nobody starts from an empty one."""
