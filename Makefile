# One verb a task; `make` alone lists them. Needs make, Python 3.11 or later and a package index.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
# The first Python on the path that is new enough; PYTHON=... chooses another.
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
# Where annotated reports and their scorers lie, for `make eval` and `make bench`: no part of the project.
SHARED ?= ../shared
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help init demo test lint docs eval bench weights clean

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-7s %s\n", $$1, $$2}' Makefile

init: $(VENV)/.dev  ## Make the virtual environment and install onrecord with its tools

demo: $(VENV)/.run  ## Read the example story: who says what, in the terminal and as a web page
	@$(BIN)/onrecord read examples/report.txt --date 2026-04-15
	@$(BIN)/onrecord read examples/story.jsonl --format html -o out/story
	@printf '\nThis was one of fifteen reports on one event. All of them as web pages, their words marked:\n  %s\n' \
		"$(CURDIR)/out/story/index.html"

test: lint  ## Lint, then run all tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## Style, types and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@report=$$($(BIN)/lint-imports --no-cache) || { echo "$$report"; exit 1; }

docs: $(VENV)/.dev  ## Make the generated pages of docs/ again
	@$(BIN)/python docs/build.py

eval: $(VENV)/.dev  ## Score onrecord on the annotated reports in SHARED, against the floors
	@$(BIN)/python evaluation/evaluate.py --shared $(SHARED)

bench: $(VENV)/.bench  ## Speed, start-up, memory and size, beside spaCy
	@$(BIN)/python evaluation/bench.py --shared $(SHARED)

weights: $(VENV)/.training  ## Train the network again from the base weights (hours on two cores; goes on where it stopped)
	@$(BIN)/python training/base.py --out runs/base
	@MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=2000000000 \
		$(BIN)/python training/train.py --data $(SHARED)/data --base runs/base --out runs/statements
	@$(BIN)/python training/export.py runs/statements/last.pt --base runs/base --out src/onrecord/reading/weights
	@$(BIN)/python training/calibrate.py --shared $(SHARED)

clean:  ## Remove what make made
	rm -rf $(VENV) out dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Stamps: one a set of installed packages, newer than the file that lists them.
$(VENV)/.pip:
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or later; none was found. Install one, or say which: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "onrecord needs Python 3.11 or later; $(PYTHON) is `$(PYTHON) --version 2>&1`" >&2; exit 1; }
	@echo "Making $(VENV) with `$(PYTHON) --version`"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade 'pip>=25.1'  # the first that installs dependency groups
	@touch $@

$(VENV)/.run: pyproject.toml $(VENV)/.pip
	@echo "Installing onrecord"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "Installing what tests and checks need"
	@$(PIP) install --group dev
	@touch $@

$(VENV)/.bench: $(VENV)/.run
	@echo "Installing what onrecord is measured beside"
	@$(PIP) install --group bench
	@touch $@

$(VENV)/.training: $(VENV)/.run
	@echo "Installing what training needs"
	@$(PIP) install --group training
	@touch $@
