# One front door. `make` alone says what there is.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
JOBS ?= $(shell env -u OMP_NUM_THREADS nproc)
FUZZ_SECONDS ?= 600
REPEAT ?= 20
SAMPLES := tests/samples/custom_losses

.DEFAULT_GOAL := help
.PHONY: help setup grade test test-long students check verify faithful stability parity \
	stock-attacks docker-attacks fuzz scale bench building image docker build figures samples \
	format clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## make the virtual environment

$(READY): pyproject.toml solutions/pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt \
		--editable '.[dev]' --editable ./solutions
	@touch $@

grade: setup ## grade the sample submissions and show the scores
	$(BIN)/pcpt-grade build custom_losses
	-$(BIN)/pcpt-grade grade custom_losses $(SAMPLES) --output output/samples --fresh

test: setup ## run the tests
	$(BIN)/pcpt-grade build --kernel
	$(BIN)/python -m pytest -m "not long and not students" --numprocesses $(JOBS) \
		--dist loadfile --no-loadscope-reorder

test-long: setup ## run the tests that take minutes
	$(BIN)/python -m pytest -m long

students: setup ## every notebook in JupyterLab and a browser (chromium), as students do
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[students]'
	$(BIN)/pcpt-grade build
	$(BIN)/python -m pytest -m students

check: setup ## lint, types, stale generated files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pcpt-grade build --check

verify: setup ## judge the whole corpus of wrong and right answers
	$(BIN)/pcpt-grade verify --jobs $(JOBS)

faithful: setup ## every check on the whole corpus, here and through a worker: the same?
	$(BIN)/python -m tests.faithful

stability: setup ## the whole corpus REPEAT times, beside what students leave behind (long)
	$(BIN)/pcpt-grade build
	$(BIN)/python -m tests.stability --repeat $(REPEAT) --jobs $(JOBS)

parity: setup ## the whole corpus under stock otter: the same scores, no survivor? (long)
	$(BIN)/pcpt-grade build --kernel
	$(BIN)/python -m tests.parity --jobs $(JOBS)

stock-attacks: setup ## every attack under stock otter, with the plugin, in the engine (long)
	$(BIN)/python -m tests.stock_attacks --jobs $(JOBS)

fuzz: setup ## what the judge decodes, for FUZZ_SECONDS of coverage-guided fuzzing
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS)

scale: setup ## 2,000 submissions: flat memory, flat cost, two cores (long)
	$(BIN)/pcpt-grade build custom_losses
	$(BIN)/python -m tests.scale

bench: setup ## ours against `otter run` and against the bare limit
	$(BIN)/pcpt-grade build --kernel
	$(BIN)/python -m tests.bench

building: setup ## `pcpt-grade build` against `otter assign` by hand
	$(BIN)/python -m tests.building

image: ## build the image for `otter grade` (needs Docker)
	autograder/image.sh

docker: setup ## `otter grade` with a real engine: the same scores? (root, Debian; long)
	$(BIN)/pcpt-grade build
	.ci/docker

docker-attacks: setup ## every attack under `otter grade`, in the same way (long)
	$(BIN)/pcpt-grade build broadcasting
	.ci/docker tests.docker_attacks

build: setup ## generate notebooks, tests and autograders
	$(BIN)/pcpt-grade build

figures: setup ## draw the reference figures of the notebooks again
	$(BIN)/python -m pcpt_solutions.figures solutions/masters/figures

samples: setup ## write the sample submissions again
	$(BIN)/python -m tests.samples

format: setup ## format the code
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

clean: ## remove what can be made again
	rm -rf $(VENV) output build dist autograder/dist *.egg-info solutions/*.egg-info
