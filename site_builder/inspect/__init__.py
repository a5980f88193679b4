"""Questions that a person asks of the site: how translations stand, why a page is as it is.

    status    every work in every language, and what needs work
    accept    translations vouched for, into ``translations.lock``
    explain   why a page is as it is (``explain_text``: what its text decided)
    lookup    what a person means by an address
    paths     files as they are typed

Above ``build``, which reads the site for it, and below the command line.
"""
