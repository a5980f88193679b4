"""The sixth stage: finished files → the output folder. The only room that writes there.

    location    is this a place where an output folder may be?
    ownership   is what lies there ours?
    manifest    what we left there the last time
    about       what kind of build made it
    journal     what we are about to leave there, should we not live to say so
    records     where these two are kept
    pieces      what has to lie there, pages and copied files alike
    folders     reach a file without following a symbolic link
    atomic      one file, whole or not at all
    incoming    bytes wait on the output's disk until all are there
    prune       take away what is ours and no longer wanted
    lock        one builder at a time
    output      the act: what to write, what came of it
    work        the act: step by step
    trouble     what the disk said, in one line

Three promises. A file we did not write is neither removed nor overwritten. A file is at every
moment its whole old or its whole new self. After a build that failed or was killed, the next one
gives what a clean build would give.
"""
