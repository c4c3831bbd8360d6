"""What every test may ask for: a real PostgreSQL with our tables, empty again before each test, and a chat on it."""

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator, Callable, Generator, Iterator

import pytest
import structlog
import uvloop
from hypothesis import settings
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.garbage_collection import THRESHOLDS
from storage.database.engine import create_engine
from tests.chat import Chat
from tests.disclosure.companies import Town
from tests.postgres import Cluster, Emptier, begin_run, cluster, end_run
from tests.terrains.arranging import register

# How long an example takes says something of the machine, nothing of the house. The gate tries the same examples
# every time, so that it judges the change and not the dice; `make explore` throws them.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=300)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Name the run, in the process that starts the workers."""
    if not hasattr(config, "workerinput"):
        begin_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Clean up after the last worker."""
    if not hasattr(config, "workerinput"):
        end_run()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let the garbage collector look at what tests make, as seldom as in the program, and never at all modules and tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*THRESHOLDS)
        gc.enable()


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run tests on the loop that the program runs on (`app.py`)."""
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The PostgreSQL of this run, shared by all workers: TEST_DATABASE_URL, or an embedded one made for the run."""
    with cluster(os.environ.get("TEST_DATABASE_URL", "")) as server:
        yield server


@pytest.fixture(scope="session")
def database_url(postgres: Cluster, worker_id: str) -> Iterator[str]:
    """The address of this worker's own, migrated database. Ask for `database` to find it empty."""
    with postgres.copy(worker_id) as url:
        yield url


@pytest.fixture
def tableless_url(postgres: Cluster, worker_id: str) -> Iterator[str]:
    """The address of a database without any table, for one test."""
    with postgres.copy(f"{worker_id}_tableless", template="template0") as url:
        yield url


@pytest.fixture(scope="session")
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """One pool per worker. Ask for `database` to find the tables empty."""
    pool = create_engine(database_url)
    yield pool
    await pool.dispose()


@pytest.fixture(scope="session")
def emptier(database_url: str) -> Iterator[Emptier]:
    """Empties the tables on demand: for tests that try many examples."""
    with Emptier(database_url) as tables:
        yield tables


@pytest.fixture
def database(engine: AsyncEngine, emptier: Emptier) -> AsyncEngine:
    """A pool on this worker's database; every table is empty when the test starts. `.url` is its address."""
    emptier.empty()
    return engine


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat on an empty database, with buttons as current clients send them. Some wings have one with more in it."""
    return Chat(database)


@pytest.fixture(params=["execute", "submit"])
def chat_either_way(database: AsyncEngine, request: pytest.FixtureRequest) -> Chat:
    """A chat in which buttons arrive as Action.Execute, and once more as the Action.Submit of older clients."""
    return Chat(database, how=request.param)


@pytest.fixture
async def registered(database: AsyncEngine) -> None:
    """The terrains of the chat are in the register too."""
    await register(database)


@pytest.fixture
def quiet() -> None:
    """Keep the log out of the way."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


@pytest.fixture
def town(database: AsyncEngine) -> Town:
    """An empty town on an empty database: companies that decide and answer without a conversation."""
    return Town(database)
