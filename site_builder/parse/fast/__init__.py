"""A second way to read Markdown, a compiled one, for texts of which it is proven equal.

``subset.py`` says which texts those are, ``blocks.py`` draws them. What is not beyond doubt is
refused, and read by the rules. Reasons and figures: docs/decisions/0016-a-compiled-reader.md.
"""
