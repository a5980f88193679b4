# The words: build serve test check browser bench soak audit sbom wheel golden docs lock clean. `make build` and `make test`
# make whatever they need; a second run goes straight to the work.

PYTHON ?= python3
# More options for `build`, `serve` and `bench`: make build ARGS="--drafts --why"
ARGS ?=

VENV := .venv
RUN := $(VENV)/bin/python
SITE := $(VENV)/bin/site-builder
PIP := $(RUN) -m pip --disable-pip-version-check -qq
INSTALL := $(PIP) install --require-hashes --requirement
LOCK := pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links
AUDIT := $(VENV)/audit/bin/pip-audit --require-hashes --disable-pip --requirement requirements/build.txt
JUDGES := tests/browser/node_modules/.package-lock.json

# Some machines forbid bytecode. Without it every start of the builder takes twice as long.
unexport PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH

.PHONY: build serve test check browser bench soak audit sbom wheel golden docs lock clean

build: $(VENV)/installed
	@$(SITE) build $(ARGS)

serve: $(VENV)/installed
	@$(SITE) serve $(ARGS)

test: $(VENV)/tested $(VENV)/installed judges
	@$(RUN) -m pytest -n 2 --dist worksteal

check: $(VENV)/tested $(VENV)/installed
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy
	@$(VENV)/bin/lint-imports --no-logo

browser: $(VENV)/tested $(VENV)/installed judges
	@$(RUN) -m pytest -n 2 --dist worksteal tests/browser

# Us beside the generators that are here, then the preview. More options: make bench ARGS="--sizes 100"
bench: $(VENV)/tested $(VENV)/installed
	@$(RUN) -m benchmarks.compare $(ARGS)
	@$(RUN) -m benchmarks.preview

# Every promise of SECURITY.md tried as often as docs/trust.md says, within an hour.
soak: $(VENV)/tested $(VENV)/installed judges
	@SITE_BUILDER_SOAK=1 timeout 3600 $(RUN) -m pytest -n 2 --dist worksteal -m slow

# Known weaknesses of what we depend on, from the advisories of the package index.
audit: $(VENV)/audited
	@$(AUDIT) --progress-spinner off >$(VENV)/audit.txt 2>&1; code=$$?; cat $(VENV)/audit.txt; \
	    ! grep -q 'could not be audited' $(VENV)/audit.txt || \
	    echo "make audit: the advisories cannot be reached from here, so some packages were left out" >&2; \
	    exit $$code

# What a release is made of, as CycloneDX.
sbom: $(VENV)/audited
	@mkdir -p dist
	@$(AUDIT) --progress-spinner off --format cyclonedx-json --output dist/site-builder.cdx.json

wheel: $(VENV)/installed
	@$(RUN) -m hatchling build -t wheel

# Renew what the tests compare with; read the diff before you commit it.
golden: $(VENV)/tested $(VENV)/installed
	@$(RUN) -m pytest tests/test_golden.py tests/unit/i18n/test_spellings.py --renew

docs: $(VENV)/tested $(VENV)/installed
	@$(RUN) -m pytest tests/test_documents.py --renew

lock: $(VENV)/locked
	@$(PIP) install uv
	@$(RUN) -m uv $(LOCK) --extra math --extra fast --extra images --group build --upgrade --output-file requirements/build.txt
	@$(RUN) -m uv $(LOCK) --extra math --extra fast --extra images --group test --upgrade --constraints requirements/build.txt \
	    --output-file requirements/test.txt
	@$(RUN) -m uv $(subst pyproject.toml,,$(LOCK)) --group audit --upgrade --output-file requirements/audit.txt
	@! grep -nE 'https?:|file:|^--' requirements/*.txt || \
	    { echo "make lock: a lock file names a host or a folder; it must hold names, versions and hashes only" >&2; exit 1; }

clean:
	rm -rf $(VENV) .site_builder output dist tests/browser/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find site_builder themes tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what the words need -------------------------------------------------------------------------

$(VENV)/locked: requirements/build.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	    { echo "make: this needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) -V 2>&1 | head -n 1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "make: $(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) (once)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(INSTALL) requirements/build.txt
	@touch $@

$(VENV)/installed: $(VENV)/locked pyproject.toml site_builder/__init__.py
	@$(PIP) install --no-deps --no-index --no-build-isolation --editable .
	@$(RUN) -m compileall -q site_builder
	@touch $@

$(VENV)/audited: $(VENV)/locked requirements/audit.txt
	@$(RUN) -m venv --clear $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip --disable-pip-version-check -qq install --require-hashes \
	    --requirement requirements/audit.txt
	@touch $@

$(VENV)/tested: $(VENV)/locked requirements/test.txt
	@echo "Adding what the tests need to $(VENV) (once)"
	@$(INSTALL) requirements/test.txt
	@touch $@

# axe-core, the Nu HTML checker, the CommonMark suite and the schema of JSON Resume. Where they
# cannot be had, their tests say that they were left out.
.PHONY: judges
judges:
	@$(MAKE) --no-print-directory --silent $(JUDGES) || true

$(JUDGES): tests/browser/package-lock.json
	@command -v npm >/dev/null || \
	    { echo "npm is not here: the tests with axe-core, the Nu HTML checker, Lighthouse and the texts of CommonMark and JSON Resume are left out" >&2; exit 1; }
	@npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
