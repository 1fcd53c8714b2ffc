# Everything that one does with a checkout. Needs Python 3.11 or newer and make; installs the rest into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
TOOLS := $(VENV)/.tools
SPARK := $(VENV)/.spark
PIN = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make pins' pyproject.toml
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The pins are complete. pip must not look for more: for an extra of a pinned package it would take the newest version.
PINNED = $(INSTALL) --require-hashes --no-deps --requirement

.PHONY: quiz test check lint types contracts bench evaluate pictures schemas manual docs pins audit spark bench-spark reproduce matrix mutants mutants-report fuzz clean

quiz: $(STAMP) ## Set up if need be, and start the quiz.
	@$(BIN)/careerpath quiz

test: $(STAMP) ## Set up if need be, and run every test.
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

check: lint types contracts test ## Everything that CI checks on one Python.

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

bench: $(STAMP) ## Start-up of the commands, as ratios to a bare Typer app.
	$(BIN)/python scripts/bench_startup.py

evaluate: $(STAMP) ## Writes docs/evaluation.md: how good the advice is, on simulated people. Takes some minutes.
	$(BIN)/python -m careerpath.evaluation tests/personas.yaml docs/evaluation.md

pictures: $(STAMP) ## The pictures of the README, from the real program.
	$(BIN)/python scripts/make_pictures.py

schemas: $(STAMP) ## The JSON Schemas, from the types.
	$(BIN)/python scripts/make_schemas.py

manual: $(STAMP) ## The man page and the command reference, from the help; the keys of a catalogue's files, from the schemas.
	$(BIN)/python scripts/make_man.py
	$(BIN)/python scripts/make_keys.py

docs: $(STAMP) ## The documentation as a site, to be opened at build/site/index.html. Broken links are errors.
	$(BIN)/zensical build --strict --clean

pins: $(TOOLS) ## The exact versions and hashes of everything that is installed, from pyproject.toml; UPGRADE=--upgrade for new ones.
	$(PIN) --extra report --extra cohort --extra dev --output-file requirements-dev.txt $(UPGRADE)
	$(PIN) --extra report --extra cohort --constraint requirements-dev.txt --output-file requirements.txt $(UPGRADE)
	$(PIN) --extra tools --constraint requirements-dev.txt --output-file requirements-tools.txt $(UPGRADE)
	$(PIN) --extra spark --constraint requirements-dev.txt --output-file requirements-spark.txt $(UPGRADE)
	$(PIN) --extra report --extra cohort --extra dev --resolution lowest-direct --output-file requirements-oldest.txt $(UPGRADE)
	$(PINNED) requirements-dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python scripts/make_sbom.py

audit: $(TOOLS) ## Known vulnerabilities (if a service that knows them can be reached), licences, and what the program consists of.
	$(BIN)/python scripts/vulnerabilities.py
	$(BIN)/python scripts/licences.py
	$(BIN)/python scripts/make_sbom.py --check

spark: $(SPARK) ## Install Spark (450 MB; it needs Java), and test the cohort on a cluster of several processes.
	$(BIN)/python -m pytest -m spark tests/cohort/test_spark.py

bench-spark: $(SPARK) ## Two workers of Spark against one, each on a core of its own; takes some minutes.
	$(BIN)/python scripts/bench_spark.py --pin

reproduce: $(STAMP) ## Two very different builds of the wheel and the source archive, compared byte for byte.
	$(BIN)/python scripts/build_twice.py

matrix: $(TOOLS) ## A quick part of the tests (WHOLE=--whole: all) in odd surroundings, with the oldest packages, on newer Pythons.
	$(BIN)/python scripts/matrix.py $(WHOLE)

mutants: $(TOOLS) ## A tenth of all small changes to the core and the readers: do the tests notice? Takes long; goes on where it was.
	$(BIN)/python scripts/mutate.py $(GROUPS) --digits $(DIGITS) --workers $(WORKERS)

mutants-report: $(TOOLS) ## What has been found so far; fails if too many were not noticed, or one is not explained.
	$(BIN)/python scripts/mutate.py --report

DIGITS ?= 3
WORKERS ?= 1

fuzz: $(STAMP) ## More than a million hostile inputs to the readers, guided by coverage; FUZZ="--share 0.1 yaml" for less.
	$(PINNED) tests/fuzz/requirements.txt
	$(BIN)/python tests/fuzz/campaign.py $(FUZZ)

$(TOOLS): $(STAMP) requirements-tools.txt
	$(PINNED) requirements-tools.txt
	@touch $(TOOLS)

$(SPARK): $(STAMP) requirements-spark.txt
	$(PINNED) requirements-spark.txt
	@touch $(SPARK)

$(STAMP): pyproject.toml requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "careerpath needs Python 3.11 or newer; say which: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(PINNED) requirements-dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	@touch $(STAMP)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache .coverage*
