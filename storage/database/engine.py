"""The road to PostgreSQL: how connections are opened, kept, and replaced when the server went away in between."""

import select
from typing import Any, Protocol

from psycopg import OperationalError
from psycopg.conninfo import make_conninfo
from psycopg.pq import ConnStatus
from pydantic_core import from_json, to_json
from sqlalchemy import URL, event, exc, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

_DRIVER = "postgresql+psycopg"
_CONNECT_TIMEOUT_S = 3
_POOL_TIMEOUT_S = 4  # a person waits: better a clear "not saved yet" than a long silence


class NamesDatabase(Protocol):
    """The one setting that counts here."""

    @property
    def database_url(self) -> str:
        """An address, or empty for the embedded server (see `storage.database.server.serving`)."""


def url_from(settings: NamesDatabase) -> URL:
    """Return the address that was set, with our driver in it; raises ValueError when it is no PostgreSQL address."""
    return database_url(settings.database_url)


def database_url(text: str | URL) -> URL:
    """Return `text` as an address with our driver in it; raises ValueError when it is no PostgreSQL address."""
    try:
        url = make_url(text)
    except exc.ArgumentError as error:
        raise ValueError("DATABASE_URL is geen adres van een database.") from error
    if url.drivername.split("+")[0] not in ("postgresql", "postgres"):
        raise ValueError("DATABASE_URL moet beginnen met postgresql://")
    return url.set(drivername=_DRIVER)


def conninfo(url: str | URL) -> str:
    """Return the same address as libpq (psycopg, procrastinate, psql) reads it; no URL, where it reads "+" as a plus."""
    known = database_url(url)
    more = {name: value if isinstance(value, str) else ",".join(value) for name, value in known.query.items()}
    return make_conninfo("", **known.translate_connect_args(username="user", database="dbname"), **more)


def create_engine(url: str | URL, *, connections: int = 10, patience_s: float = 0) -> AsyncEngine:
    """Open a pool of at most `connections`; nothing is connected before the first use.

    A statement that waits longer than `patience_s` for a lock of another ends with DatabaseGone; at 0 it waits for ever.
    """
    engine = create_async_engine(
        database_url(url),
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_POOL_TIMEOUT_S,
        json_serializer=to_json,
        json_deserializer=from_json,
        hide_parameters=True,  # answers and names have no place in a log
        pool_use_lifo=True,  # the busiest connections hold the prepared statements
        connect_args={
            "fallback_application_name": "laadmaat",
            "connect_timeout": _CONNECT_TIMEOUT_S,
            "options": f"-c timezone=UTC -c lock_timeout={patience_s:g}s",
            "prepare_threshold": 2,  # the same few statements come back every turn: plan them once per connection
            "tcp_user_timeout": 5000,
        },
    )
    event.listen(engine.sync_engine, "checkout", _replace_when_gone)
    return engine


def _replace_when_gone(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
    """Have a connection replaced that the server closed while it was idle; SQLAlchemy then opens a fresh one.

    A fresh one is not looked at: SQLAlchemy gives up on a second one in words of its own, where a statement says what is so.
    """
    if record.info.get("used") and was_left(record.driver_connection):
        raise exc.DisconnectionError
    record.info["used"] = True


def was_left(driver: Any) -> bool:  # noqa: ANN401 - a connection of psycopg
    """Say whether the server closed an idle connection.

    This looks at the socket (2 microseconds), where a ping would cost a round trip before every transaction.
    """
    libpq = driver.pgconn
    try:
        if not _readable(libpq.socket):
            return False
        libpq.consume_input()
        return libpq.status == ConnStatus.BAD or _readable(libpq.socket)
    except OperationalError:  # so libpq says that there is no socket, or nothing more to read from it
        return True


def _readable(socket: int) -> bool:
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
