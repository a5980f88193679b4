"""The words around the author's text, and how each language spells its dates, numbers and plurals.

    phrases/<tag>.yml   the builder's own phrases, one file for each language
    catalog             those files, with a theme's on top → the Phrases of one language
    dates               dates, numbers, lists, language names and plural forms, as CLDR has them
    spelling            the same for one language, as data that can be remembered
    spellings.json      these data, for the languages with phrases of our own
    spellings           recalls them; makes those of other languages once
    cldr                asks Babel what the data do not say

Only this room knows Babel, and only ``cldr`` imports it.
"""
