"""Microsoft's Teams SDK taking an intake of numbers: its state of a conversation in PostgreSQL."""
# mypy: ignore-errors
# It runs in an environment of its own, which the checker does not see.

import asyncio
import json
import logging
import sys

from asked import QUESTIONS, next_text, noted
from microsoft_teams.api import MessageActivity
from microsoft_teams.apps import ActivityContext, App
from microsoft_teams.common import Storage
from state_table import StateTable


class PostgresStorage(Storage):
    """The SDK's storage on our table; it only uses the asynchronous half."""

    def __init__(self, table: StateTable) -> None:
        self._table = table

    async def async_get(self, key: str) -> dict | None:
        """Return a state, None when there is none."""
        found = (await self._table.read([key])).get(key)
        return None if found is None else json.loads(found)

    async def async_set(self, key: str, value: dict) -> None:
        """Store a state."""
        await self._table.write({key: json.dumps(value)})

    async def async_delete(self, key: str) -> None:
        """Remove a state."""
        await self._table.delete([key])

    def get(self, key: str) -> None:
        """Refuse."""
        raise NotImplementedError

    def set(self, key: str, value: dict) -> None:
        """Refuse."""
        raise NotImplementedError

    def delete(self, key: str) -> None:
        """Refuse."""
        raise NotImplementedError


table = StateTable()
app = App(skip_auth=True, storage=PostgresStorage(table), state=True)


@app.on_message
async def answer(context: ActivityContext[MessageActivity]) -> None:
    """Take an answer, and ask what is next."""
    state = context.state.conversation
    answers = state.get("answers")
    if answers is None or len(answers) == len(QUESTIONS):
        state["answers"] = {}
        await context.send(next_text(0))
        return
    question = QUESTIONS[len(answers)]
    value = question.read(context.activity.text or "")
    if value is None:
        await context.send(question.again)
        return
    state["answers"] = answers | {question.name: value}
    await context.send(noted(value, len(answers) + 1))


async def main() -> None:
    """Run it."""
    await table.open()
    await app.start(int(sys.argv[1]))


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # as the other peers: no line per turn
    asyncio.run(main())
