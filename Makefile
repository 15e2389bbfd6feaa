# Everything sets up what it needs in .venv; `make` alone says what there is.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard autograder/language/locale/*/LC_MESSAGES/*.po))
# Debian keeps a part of Python's venv in a package of its own; root gets it installed.
VENV_PACKAGE := { test "$$(id -u)" = 0 && apt-get update -qq && \
  apt-get install -y -qq python3-venv >/dev/null; }

.PHONY: help demo test prove attacks check-attacks site check-site check-scripts check-panel check-pages check-nbgrader serve lint types messages bench format clean

help: ## say what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The sample class is ours, so it is trusted: the lock-down for strangers needs bubblewrap or root.
demo: .venv/core $(CATALOGUES) ## grade the sample class, and say where the report is
	$(BIN)/autograder grade examples/class --output results --sandbox trust

test: .venv/test $(CATALOGUES) lint types prove ## run style, types, the proof of the checks and tests
	$(BIN)/autograder release --check
	$(BIN)/python -m pytest --numprocesses 2

prove: .venv/test $(CATALOGUES) ## prove the checks on right, wrong and mutated submissions
	$(BIN)/python -m tests.prove

attacks: .venv/test ## run the hostile submissions against the wall, in a containment of their own
	$(BIN)/python tests/attacks/suite.py --write

check-attacks: .venv/test ## run them against the whole wall only, as root and as a user
	$(BIN)/python tests/attacks/suite.py --quick

site: .venv/docs $(CATALOGUES) ## build the course site into site/
	$(BIN)/python -m docs.builder

check-scripts: .venv/docs ## lint and type-check what the site runs in a browser
	$(BIN)/python -m docs.builder.scripts

# The reader is the machine's Chromium; the HTML checker runs on its Java.
check-site: .venv/browser site check-scripts ## test the built site in a browser
	$(BIN)/python -m pytest --numprocesses 2 tests/site

check-panel: .venv/panel site ## test the exercises on the page, with Python in a browser
	$(BIN)/python -m pytest tests/panel

check-pages: .venv/browser $(CATALOGUES) ## test the feedback pages in a browser
	$(BIN)/python -c "from docs.builder import node; node.install()"
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests/browser

check-nbgrader: .venv/browser $(CATALOGUES) ## hand out, hand in and hand back with the real nbgrader
	$(BIN)/python -m pytest --durations 3 tests/nbgrader

serve: .venv/docs $(CATALOGUES) ## build the course site and show it
	$(BIN)/python -m docs.builder --serve

lint: .venv/test ## look at the style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: .venv/test ## check the types
	$(BIN)/mypy

format: .venv/test ## put the style right where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/test ## gather the sentences to translate, and write the pages made of them
	$(BIN)/python -m tools.catalogue
	$(BIN)/python -m tools.feedback_reference
	$(BIN)/python -m tools.points_reference

check-cluster: .venv/test $(CATALOGUES) ## test grading on a Dask cluster, of which a worker is killed
	$(BIN)/python -m pytest tests/cluster

bench: .venv/test ## measure against other graders
	$(BIN)/python -m bench

clean: ## remove everything that was made
	rm -rf .venv .cache site results build dist .mypy_cache .pytest_cache .ruff_cache

%.mo: %.po
	$(BIN)/python -c "from babel.messages import mofile, pofile; \
	  mofile.write_mo(open('$@', 'wb'), pofile.read_po(open('$<', 'rb')))"

.venv/pip: pyproject.toml constraints.txt hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kobai needs Python 3.11 or later; name one with: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(VENV_PACKAGE) || \
	  { echo "Python cannot make a virtual environment here; on Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade "pip>=25.1"
	@touch $@

.venv/core: .venv/pip
	$(PIP) babel --editable .
	@touch $@

.venv/test: .venv/pip
	$(PIP) --editable '.[release]' --group test
	@touch $@ .venv/core

.venv/docs: .venv/pip
	$(PIP) --editable . --group docs
	@touch $@ .venv/core

.venv/browser: .venv/pip
	$(PIP) --editable '.[release]' --group browser
	@touch $@ .venv/core .venv/test .venv/docs

.venv/panel: .venv/pip
	$(PIP) --editable '.[release]' --group panel
	@touch $@ .venv/core .venv/test .venv/docs
