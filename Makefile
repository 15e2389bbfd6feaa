# Everything sets up what it needs in .venv; `make` alone says what there is.
PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard autograder/language/locale/*/LC_MESSAGES/*.po))
DEMO := build/demo

.PHONY: help demo test prove attacks check-attacks site check-site check-scripts check-panel check-pages check-nbgrader dist serve lint types messages bench format constraints every-python check-lowest clean

help: ## say what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The sample class is ours, so it is trusted: the lock-down for strangers needs bubblewrap or root.
demo: .venv/demo $(CATALOGUES) ## grade the sample class, and say where the report is
	$(BIN)/autograder grade examples/class --output $(DEMO) --sandbox trust
	@case "$${LC_ALL:-$${LC_MESSAGES:-$$LANG}}" in \
	ja*) echo "レポート：file://$(CURDIR)/$(DEMO)/index.html"; \
	  echo "次は：. .venv/bin/activate のあと autograder grade 提出物のフォルダー --output results/";; \
	*) echo "Open file://$(CURDIR)/$(DEMO)/index.html"; \
	  echo "Next, your own class: . .venv/bin/activate; autograder grade SUBMISSIONS --output results/";; \
	esac

test: .venv/test $(CATALOGUES) lint types ## run style, types, the proof of the checks and tests
	$(BIN)/python -m tests.prove
	$(BIN)/autograder release --check
	$(BIN)/python -m pytest --numprocesses 2

prove: .venv/test $(CATALOGUES) ## prove the checks, and list what each of them kills; NAME=… for one exercise
	$(BIN)/python -m tests.prove --verbose $(NAME)

attacks: .venv/test ## run the hostile submissions against the wall, in a containment of their own
	$(BIN)/python tests/attacks/suite.py --write

check-attacks: .venv/test ## run them against complete walls only: as root, as a user, as in a container
	$(BIN)/python tests/attacks/suite.py --quick

site: .venv/docs $(CATALOGUES) ## build the course site into site/
	$(BIN)/python -m docs.builder

check-scripts: .venv/docs ## lint what the site runs in a browser, and the workflows
	$(BIN)/python -m docs.builder.scripts

# The reader is the machine's Chromium; the HTML checker runs on its Java.
check-site: .venv/browser site check-scripts ## test the built site in a browser
	$(BIN)/python -m pytest --numprocesses 2 tests/site

check-panel: .venv/panel site ## test the exercises on the page, with Python in a browser
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests/panel

check-pages: .venv/browser $(CATALOGUES) ## test the feedback pages in a browser
	$(BIN)/python -c "from docs.builder import node; node.install()"
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests/browser

check-nbgrader: .venv/browser $(CATALOGUES) ## hand out, hand in and hand back with the real nbgrader
	$(BIN)/python -m pytest --durations 3 tests/nbgrader

dist: .venv/test $(CATALOGUES) ## build the wheel and the sdist into dist/
	rm -rf dist
	$(BIN)/python -m hatchling build --directory dist

serve: .venv/docs $(CATALOGUES) ## build the course site and show it
	$(BIN)/python -m docs.builder --serve

lint: .venv/test ## look at the style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/zizmor --offline --quiet --no-progress --persona pedantic .github

types: .venv/test ## check the types
	$(BIN)/mypy

format: .venv/test ## put the style right where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/test ## gather the sentences to translate, and write the pages made of them
	$(BIN)/python -m tools.catalogue
	$(BIN)/python -m tools.feedback_reference
	$(BIN)/python -m tools.points_reference

constraints: .venv/test ## pin the newest versions that each Python can have
	$(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11.0 \
	  --all-extras --group installers --group panel --no-header --no-annotate --output-file constraints.txt

every-python: ## run the demo and the tests with every Python that is here, each in a clone
	$(PYTHON) -m tools.every_python

check-cluster: .venv/test $(CATALOGUES) ## test grading on a Dask cluster, of which a worker is killed
	$(BIN)/python -m pytest tests/cluster

# The oldest that pyproject.toml lets in, without constraints: as an installation elsewhere may be.
check-lowest: .venv/test ## grade the sample class with the oldest versions that are let in
	$(PYTHON) -m venv --clear --without-pip build/lowest
	$(BIN)/uv pip install --quiet --system-certs --python build/lowest/bin/python \
	  --resolution lowest-direct '.[cluster,release]'
	build/lowest/bin/autograder grade examples/class --output build/lowest/results --sandbox trust
	build/lowest/bin/autograder release --check

bench: .venv/test ## measure against other graders
	$(BIN)/python -m bench

clean: ## remove everything that was made
	rm -rf .venv .cache site build dist .mypy_cache .pytest_cache .ruff_cache

%.mo: %.po
	$(BIN)/python -c "from babel.messages import mofile, pofile; \
	  mofile.write_mo(open('$@', 'wb'), pofile.read_po(open('$<', 'rb')))"

# What is named first brings what is named after it.
.venv/panel: STAMPS = browser docs test demo
.venv/browser: STAMPS = docs test demo
.venv/test .venv/docs: STAMPS = demo
.venv/%: pyproject.toml constraints.txt hatch_build.py tools/environment.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kobai needs Python 3.11 or later; name one with: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) tools/environment.py $*
	@cd .venv && touch $* $(STAMPS)
