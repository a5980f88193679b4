"""The live preview: write, save, and the page in the browser is the new one.

    preview.py        from start to end: build, show, watch, build again
    bind.py           an address on this machine, known before the first build
    port_owner.py     which program has a port already
    session.py        the last good site, and what is wrong since
    store.py          where its finished bytes lie
    rebuilding.py     when the whole site is made again
    workshop.py       which process makes it, and keeps what the page at hand is made from
    pages.py          which address answers with which file, as GitHub Pages would
    answers.py        one request, one answer; knows no socket
    admission.py      who may ask: host, origin and token
    files.py          the file behind an address, whole or the part a player asks for
    content_types.py  what a file is called in a header
    inject.py         the script that reloads, put into the bytes that are served
    reload.py         who is told when there is something new to see
    overlay.py        what is wrong, shown in the page
    server.py         sockets and threads
    connection.py     heads of requests in, answers out
    head.py           the head of a request, read within limits of bytes and seconds
    watch.py          which files changed, told when it is quiet again
    folders.py        what in the watched folders counts, and where links in them lead

Nothing below this room knows of it; it writes in ``.site_builder/preview/`` and nowhere else.
"""
