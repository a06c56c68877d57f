# make demo    set up and extract the bundled article      make test     set up, then tests, ruff, mypy --strict, import-linter
# make bench   accuracy beside other extractors            make schemas  write schemas/ anew from the records
# make confidences GOLD="folder ..."  count anew how often each rule is right
# make lint    format and check                            make pictures draw the README's pictures anew
# make clean   remove what make made

.DELETE_ON_ERROR:
.PHONY: demo test lint bench schemas confidences pictures pins clean

VENV := .venv
BIN := $(VENV)/bin
ARTICLE := corpus/liaoning-2022-07-19/article.txt
# A name on PATH may be a shim that fails, so each candidate is run; the first that is new enough and can make an environment is taken.
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python python3.14; do \
	if "$$name" -c '$(FITS)' >/dev/null 2>&1; then echo "$$name"; break; fi; done)

demo: $(VENV)/.installed
	@$(BIN)/wirefacts extract --format table $(ARTICLE)

bench: $(VENV)/.installed
	@$(BIN)/wirefacts bench --against glue,quantulum3,dateparser

schemas: $(VENV)/.installed
	@$(BIN)/wirefacts schema --write schemas

pictures: $(VENV)/.installed
	@$(BIN)/python docs/pictures.py

GOLD ?= corpus
confidences: $(VENV)/.installed
	@$(BIN)/wirefacts confidence $(GOLD) --output pipeline/wirefacts/lexicon/data/confidences.toml

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check pipeline tests docs
	$(BIN)/ruff check pipeline tests docs
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format pipeline tests docs
	$(BIN)/ruff check --fix pipeline tests docs
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then echo "make: no Python 3.11 or newer with venv found; install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; fi
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Newest versions that the ranges in pyproject.toml admit, pinned by name alone.
pins: $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --upgrade --editable '.[dev]'
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools | LC_ALL=C sort -f > constraints.txt

clean:
	rm -rf $(VENV) build dist pipeline/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .grimp_cache
	find pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +
