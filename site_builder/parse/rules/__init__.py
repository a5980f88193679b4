"""How Markdown is read here: one rule a file, each a function that teaches it to a parser."""
