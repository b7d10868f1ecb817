# One command per need. `make help` lists them.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test coverage check format bench peers map soak picture audit lock venv-package

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

run: .venv/run ## start the bot; with no BOT_TOKEN also the local Bot API with its chat page
	@exec $(BIN)/python -m bot run

# what the tests start is compiled once, also where the environment says that nothing is to be kept
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/dev ## run every test that this machine can run
	$(BIN)/python -m pytest -n 5 --dist worksteal

check: .venv/dev ## lint, format and types, as CI does
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev ## put the code in the agreed form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev ## measure, one JSON line per figure; Telegram's pace over 10 000 notices alone takes 7 minutes
	$(BIN)/python -m bench

peers: .venv/dev ## install the other frameworks beside which bench measures; Redis itself is apt-get install redis-server
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-peers.lock

soak: .venv/dev ## the tests for hours: kills, hostile updates, parsers, every API call, a slow Telegram; a JSON line a figure
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements-soak.lock
	$(BIN)/python -m tests.soak

# of the law alone: of all code it takes half as long again as the tests, too long for a gate
coverage: .venv/dev ## which lines of rules/ its own tests do not run; fails below the floor in pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-coverage.lock
	$(BIN)/python -m pytest -n 5 --dist worksteal tests/rules --cov --cov-report=term:skip-covered

map: .venv/dev ## print the rooms, arrows and floors of the code, by its own imports
	@$(BIN)/python -m tests.house

picture: .venv/dev ## draw the README's picture of the chat page anew (Chromium)
	$(BIN)/python -m tests.browser.picture

audit: .venv/dev ## look up whether a hole is known in a locked library; needs the network
	@test -x .venv/audit/bin/pip-audit || { $(PYTHON) -m venv .venv/audit && \
		.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit; } || true
	@$(BIN)/python -m tests.audit .venv/audit/bin/pip-audit requirements.lock

lock: .venv/dev ## renew the lock files from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group install --quiet --generate-hashes --upgrade --no-emit-index-url \
		--no-emit-find-links --no-header --python-version 3.11 -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --quiet --generate-hashes --upgrade --no-emit-index-url \
		--no-emit-find-links --no-header --python-version 3.11 -o requirements-dev.lock
	$(BIN)/uv pip compile --group soak --quiet --generate-hashes --upgrade --no-emit-index-url \
		--no-emit-find-links --no-header --python-version 3.11 -o requirements-soak.lock
	$(BIN)/uv pip compile --group coverage --constraint requirements-dev.lock --quiet --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 -o requirements-coverage.lock
	$(BIN)/uv pip compile --group peers --constraint requirements-dev.lock --quiet --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 -o requirements-peers.lock

# Debian keeps this part of Python in a package of its own
venv-package:
	@if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; \
	else echo "Python cannot make virtual environments yet: sudo apt install python3-venv, then make again" >&2; exit 2; fi

.venv/run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory venv-package
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
