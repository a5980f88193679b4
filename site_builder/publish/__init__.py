"""The output becomes a commit on a branch of a remote, or a workflow does it on GitHub.

    deploy      the act: look, refuse, commit, push
    payload     what is in the output, and that it is what ``build`` wrote
    recency     whether anything was saved after the build
    scan        what no site should show: keys, tokens, this machine's paths
    remote      what is at the other end, and whether it is ours
    commit      files → a commit, without a work tree
    git         the one place where another program is started
    workflow    the text of the GitHub Actions workflow

The site's own repository is never touched: everything happens in ``.site_builder/publish.git``,
which may be deleted at any time. The remote changes in one step, the last one.
"""
