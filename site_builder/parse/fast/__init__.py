"""A second way to read Markdown, a compiled one, for blocks of which it is proven equal.

``subset.py`` says which blocks those are, ``blocks.py`` draws them, ``text.py`` puts them together
with what the rules read. Reasons and figures: docs/decisions/0016-a-compiled-reader.md.
"""
