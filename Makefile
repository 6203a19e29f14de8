# `make` lists the tasks. Every task sets up first what it needs; that costs a moment when nothing has changed.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup serve test check build due nightly successor lock

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
# Programs of the environment come first: tests and scripts find Node there when the machine has none.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

# What can be said without building the site: style, types, workflows, sources of the pages.
define read_through
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m mypy
	@.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	@.venv/bin/zizmor --offline --quiet --persona=pedantic .github
	@$(VENV_PYTHON) -m scripts.check all
endef

help: ## list the tasks
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: ## prepare this machine (Python environment, Node packages)
	@$(PYTHON) scripts/setup.py

serve: setup ## build the site if needed and serve it on this machine; PORT=8001 chooses the port
	@$(VENV_PYTHON) -m scripts.serve $(if $(PORT),--port $(PORT))

build: setup ## build both languages and the browser runtime into site/
	@$(VENV_PYTHON) -m scripts.build

check: setup ## the quick checks: style, types, workflows, pages, tests without a browser
	$(read_through)
	@$(VENV_PYTHON) -m scripts.build --if-changed
	@$(VENV_PYTHON) -m pytest -m "not browser and not nightly"

test: ## everything, in a real browser too
	@$(PYTHON) scripts/setup.py --tests
	$(read_through)
	@$(VENV_PYTHON) -m scripts.build
	@$(VENV_PYTHON) -m pytest -m "not nightly"

due: ## list the figures that are to be renewed or checked soon, also for an issue in build/due.md
	@$(PYTHON) scripts/setup.py --no-node
	@$(VENV_PYTHON) -m scripts.due --markdown build/due.md

nightly: ## the long tier: everything, and a second build compared byte for byte
	@$(PYTHON) scripts/setup.py --tests
	@$(VENV_PYTHON) -m scripts.build
	@$(VENV_PYTHON) -m scripts.repeat
	@$(VENV_PYTHON) -m pytest

successor: ## try Zensical, the successor of MkDocs and Material, on the same pages
	@$(PYTHON) scripts/setup.py --no-node
	@$(VENV_PYTHON) -m scripts.successor

# The header stays in the lock files: Dependabot reads the options there.
lock: ## renew the lock files of the Python packages (needs uv)
	@cd requirements && for name in site dev node successor; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --quiet $$name.in -o $$name.txt || exit; done
