"""The GitHub Actions workflow of a site: it builds on every push and publishes to GitHub Pages.

Each job may do only what it needs, each action is pinned by commit, nothing is restored from a
cache that someone else could have filled, and one deployment runs at a time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from site_builder.problems import Outcome, Place, Problem
from site_builder.write.atomic import write_flushed

WORKFLOW: Final = ".github/workflows/publish.yml"
TEXT: Final = """\
# Builds the site and publishes it to GitHub Pages, whose source has to be "GitHub Actions".
name: Publish

on:
  push:
    branches: [main]
  schedule:
    - cron: "17 3 * * *" # posts held back for their date appear on the day
  workflow_dispatch:

permissions: {}

# One deployment at a time; a running one is finished, not cut off.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
      pages: read # configure-pages asks where the site will live
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          repository: lzwjava/site_builder
          path: .builder
          persist-credentials: false
      - uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.14"
      - uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0
        id: pages
      - run: make -C .builder build ARGS="--root .. --output ../output --url $PAGES_URL/"
        env:
          PAGES_URL: ${{ steps.pages.outputs.base_url }}
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: output

  deploy:
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
        id: deployment
"""


def write_workflow(root: Path) -> Outcome[str]:
    """Write the workflow into the site; the value says what was done.

    Problems: ``file-exists`` when another one is there, ``machine`` when the disk says no.
    """
    file = root / WORKFLOW
    try:
        is_there = file.exists()
        if is_there and file.read_text(encoding="utf-8") != TEXT:
            problem = Problem(
                code="file-exists",
                message="a workflow of this name is there already and stays as it is",
                place=Place(path=WORKFLOW),
                hint="move it away to have ours",
            )
            return Outcome(value=None, problems=(problem,))
        write_flushed(root, WORKFLOW, TEXT.encode())
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem(code="machine", message=f"{WORKFLOW} cannot be written: {error}")
        return Outcome(value=None, problems=(problem,))
    if is_there:
        return Outcome(value=f" ✓ {WORKFLOW} is there already")
    return Outcome(
        value=f" ✓ {WORKFLOW}   commit it; on GitHub choose Settings, Pages, GitHub Actions"
    )
