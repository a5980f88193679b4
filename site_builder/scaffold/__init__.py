"""Beginnings: a file with the right name and front matter, so nobody starts from nothing."""
