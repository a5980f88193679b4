"""The nouns of the house: frozen values that the rooms hand to each other.

Nothing here touches a disk, a clock or an HTML library.
"""
