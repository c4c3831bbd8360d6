# The commands of the house. A fresh clone with Python 3.11+ and make needs nothing else: try `make demo` or `make test`.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
PY := $(VENV)/bin/python
LOCKS := requirements/runtime.txt requirements/embedded.txt requirements/development.txt
CLIENT := demo/node_modules/.package-lock.json
JUDGE := tests/cards/judge/node_modules/.package-lock.json
DOOR := bot/door/client/node_modules/.package-lock.json
# Each process that the tests start would compile all of the house anew.
unexport PYTHONDONTWRITEBYTECODE
ROOMS := app.py bot dialogs cards storage domain manifest docs demo tests bench requirements

.PHONY: default setup test explore e2e lint types imports docs docs-check demo lock bench format pictures audit
.DELETE_ON_ERROR:

default: lint test

setup: $(VENV)/ready $(DOOR)

$(VENV)/ready: $(LOCKS)
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 of 3.13 ontbreekt. Installeer een daarvan." >&2; exit 1; }
	@echo "Making ready, once: 1/2 a Python environment in $(VENV)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python kan geen omgeving maken; op Debian helpt: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making ready, once: 2/2 the packages, among them PostgreSQL and Node; takes a minute or three"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes $(LOCKS:%=-r %)
	@touch $@

%/node_modules/.package-lock.json: %/package-lock.json $(VENV)/ready
	@echo "Fetching what $* needs of Node, once"
	@$(PY) -m demo.node ci --prefix ../$* --no-audit --no-fund --loglevel=error $(CAREFUL)
	@touch $@

# What people's browsers get runs nothing while it is fetched.
$(DOOR): CAREFUL := --ignore-scripts

test: setup $(JUDGE)
	@echo "Collecting the tests, and starting a PostgreSQL for them; the first dots come after about a minute"
	$(PY) -m pytest

# The properties again, with examples that nobody saw before: for a quiet hour, outside the gate.
explore: setup $(JUDGE)
	$(PY) -m pytest -m hypothesis --hypothesis-profile=explore

e2e: setup $(CLIENT)
	$(PY) -m pytest tests/e2e -n 0

lint: setup
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

# The pictures of the docs are what the tests in the browser see.
pictures: setup $(CLIENT)
	PICTURES=docs/pictures $(PY) -m pytest tests/e2e -n 0

format: setup
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

types: setup
	$(PY) -m mypy $(wildcard $(ROOMS))

imports: setup
	$(VENV)/bin/lint-imports --no-logo

docs: setup
	$(PY) app.py docs

docs-check: setup
	rm -rf var/docs-before && mkdir -p var && cp -R docs var/docs-before
	$(PY) app.py docs
	diff -r -x __pycache__ var/docs-before docs

demo: setup $(CLIENT)
	@$(PY) -m demo

bench: setup
	$(PY) -m bench
	$(PY) -m bench.reading
	$(PY) -m bench.meter
	$(PY) -m bench.attacks

# Asks a public list about known problems in every pinned package; outside the gate, because it needs the net.
audit: setup
	@$(PY) -m requirements.audit

# Pins every package with its hashes, for all systems at once; the files name no index.
# `make lock UPGRADE=--upgrade` takes the newest that the .in files allow.
lock: setup
	export UV_DEFAULT_INDEX="$$($(PY) -m pip config get global.index-url 2>/dev/null)"; cd requirements && \
		for room in runtime embedded development; do ../$(VENV)/bin/uv pip compile $$room.in --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --quiet $(UPGRADE) -o $$room.txt || exit 1; done
	for room in demo tests/cards/judge bot/door/client; do $(PY) -m demo.node install --prefix ../$$room --package-lock-only \
		--omit-lockfile-registry-resolved --no-audit --no-fund || exit 1; done
