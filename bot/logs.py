"""One line of JSON per event: what happened and where, never what people wrote, who they are, or a secret."""

import io
import logging
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog

from bot.foreign_words import retold

QUIET = {  # libraries that log what is normal here, or what people wrote
    "msrest": logging.ERROR,
    "aiohttp.access": logging.ERROR,
    "urllib3": logging.ERROR,
    "msal": logging.WARNING,
    "alembic": logging.WARNING,
    "procrastinate": logging.WARNING,
}


class StandardError(io.TextIOBase):
    """Where the log goes; when nobody can read it any more, the bot goes on talking with people."""

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            return sys.stderr.write(text)
        return 0

    def flush(self) -> None:
        """Let it be read now."""
        with suppress(OSError, ValueError):
            sys.stderr.flush()


def trace_without_words(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace an exception by its kind and its places: the text of an exception often quotes an answer."""
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()[1]
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        places = traceback.extract_tb(error.__traceback__)[-12:]
        event["error"] = " from ".join(kinds_of(error))
        event["at"] = [f"{'/'.join(place.filename.split('/')[-2:])}:{place.lineno} {place.name}" for place in places]
    return event


def kinds_of(error: BaseException) -> list[str]:
    """Return the kind of an exception and of what caused it, the first cause last."""
    cause = error.__cause__ or getattr(error, "orig", None)
    return [type(error).__name__, *(kinds_of(cause) if isinstance(cause, BaseException) else [])][:5]


def words_of_others(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep of a library's message its own words, and say where it was logged."""
    record, values = event.get("_record"), event.pop("positional_args", None)
    if isinstance(record, logging.LogRecord):
        event["event"] = retold(record, values)
        event["logged"] = f"{'/'.join(record.pathname.split('/')[-2:])}:{record.lineno} {record.funcName}"
    return event


def start_logging(level: int = logging.INFO) -> None:
    """Log to standard error from now on, our own events and those of libraries alike."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        trace_without_words,
    ]
    render = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[*shared, render],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", StandardError())),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(StandardError())
    last: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, render]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared, words_of_others],
            processors=last,
            pass_foreign_args=True,
            use_get_message=False,
        )
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
    logging.raiseExceptions = False  # a record that cannot be written would be printed, with all that is in it
    for name, lowest in QUIET.items():
        logging.getLogger(name).setLevel(lowest)
