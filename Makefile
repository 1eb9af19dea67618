# Needs Python 3.11 or newer, git and this make; everything else is brought into .venv.
.DEFAULT_GOAL := help
.PHONY: help setup site serve check test proof bench bench-peers bench-limit search-score lighthouse format lock clean

VENV := .venv
export NO_MKDOCS_2_WARNING := 1
# Debian ships Python without ensurepip, and a pyenv shim may stand for nothing: so each is tried.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check -qq install
LOCK := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/run.stamp  ## Bring what the generator needs into .venv

site: setup  ## Build the portal into site/
	$(VENV)/bin/lsbuild build

serve: setup  ## Show the portal on this machine while you write
	$(VENV)/bin/lsbuild serve

check: setup  ## Check the content only
	$(VENV)/bin/lsbuild check

test: $(VENV)/tools.stamp  ## Run every check of tool and content
	.ci/test

proof: $(VENV)/tools.stamp  ## Prove what the portal promises: payloads, faults, kills, equal builds
	LSBUILD_CHROME=$$(PATH="$(CURDIR)/$(VENV)/bin:$$PATH" .ci/chrome) $(VENV)/bin/python -m tests.proof

bench: $(VENV)/bench.stamp $(VENV)/dev.stamp  ## Measure speed, beside Hugo
	$(VENV)/bin/python -m tests.bench.run

bench-peers: $(VENV)/bench.stamp $(VENV)/tools.stamp  ## Measure speed and targets at 1,000 and 10,000 entries, beside Hugo and Material
	LSBUILD_CHROME=$$(PATH="$(CURDIR)/$(VENV)/bin:$$PATH" .ci/chrome) \
		$(VENV)/bin/python -m tests.bench.run --sizes 1000,10000 --material 1000 --readers

bench-limit: $(VENV)/bench.stamp $(VENV)/dev.stamp  ## Build and verify 30,000 entries: more than GitHub Pages holds today
	$(VENV)/bin/python -m tests.bench.run --sizes 30000 --limit

search-score: $(VENV)/tools.stamp  ## Ask the search 60 questions of learners
	$(VENV)/bin/python tests/search/score.py -v

lighthouse: site tests/lighthouse/node_modules/.package-lock.json  ## Ask Lighthouse about speed and access on a phone
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" python -m tests.lighthouse.score

format: $(VENV)/dev.stamp  ## Format the code and mend what ruff can
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format .

lock: $(VENV)/dev.stamp  ## Write .ci/*.lock anew; UPGRADE=1 takes newer releases
	$(LOCK) pyproject.toml --group build -o .ci/requirements.lock
	$(LOCK) pyproject.toml --group build --extra dev -c .ci/requirements.lock -o .ci/requirements-dev.lock
	$(LOCK) --group tools -o .ci/requirements-tools.lock
	$(LOCK) --group bench -o .ci/requirements-bench.lock
	$(LOCK) --group supply -o .ci/requirements-supply.lock

clean:  ## Remove all that was installed or built
	rm -rf $(VENV) site tests/*/node_modules *.egg-info .*_cache

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer, with its venv module, was not found.' \
		'Install it (Debian: apt install python3-venv), or name it: make PYTHON=/path/to/python3' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: .ci/requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --require-hashes -r .ci/requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp $(VENV)/bench.stamp: $(VENV)/%.stamp: .ci/requirements-%.lock $(VENV)/run.stamp
	$(PIP) --require-hashes -r $<
	@touch $@

$(VENV)/tools.stamp: .ci/tools .ci/requirements-tools.lock tests/tools/package-lock.json $(VENV)/dev.stamp
	.ci/tools
	@touch $@

tests/lighthouse/node_modules/.package-lock.json: tests/lighthouse/package-lock.json $(VENV)/tools.stamp
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm ci --prefix tests/lighthouse --loglevel=error
