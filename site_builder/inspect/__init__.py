"""Questions that a person asks of the site: how translations stand, why a page is as it is.

    status    every work in every language, and what needs work
    accept    translations vouched for, into ``translations.lock``
    paths     files as they are typed

Above ``build``, which reads the site for it, and below the command line.
"""
