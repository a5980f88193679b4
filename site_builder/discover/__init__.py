"""Stage 1, disk → Sources: which files there are and what their names say. Nothing is opened."""
