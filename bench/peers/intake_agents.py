"""Microsoft's 365 Agents SDK taking an intake of numbers: a route of AgentApplication, its turn state in PostgreSQL."""
# mypy: ignore-errors
# It runs in an environment of its own, which the checker does not see.

import json
import logging
import sys

from aiohttp import web
from asked import QUESTIONS, next_text, noted
from echo_agents import Anonymous
from microsoft_agents.hosting.aiohttp import CloudAdapter, jwt_authorization_middleware, start_agent_process
from microsoft_agents.hosting.core import AgentApplication, AgentAuthConfiguration, Storage, StoreItem, TurnContext, TurnState
from state_table import StateTable

KEY = "ConversationState.intake"


class Intake(StoreItem):
    """What was answered; `begun` when the first question was asked."""

    def __init__(self, *, begun: bool = False, answers: dict | None = None) -> None:
        self.begun, self.answers = begun, answers or {}

    def store_item_to_json(self) -> dict:
        """Return it as it is stored."""
        return {"begun": self.begun, "answers": self.answers}

    @staticmethod
    def from_json_to_store_item(json_data: dict) -> "Intake":
        """Return it as it was stored."""
        return Intake(**json_data)


class PostgresStorage(Storage):
    """The SDK's storage on our table."""

    def __init__(self, table: StateTable) -> None:
        self._table = table

    async def read(self, keys: list[str], *, target_cls: type[StoreItem], **_: object) -> dict[str, StoreItem]:
        """Return the items that are there."""
        found = await self._table.read(keys)
        return {key: target_cls.from_json_to_store_item(json.loads(state)) for key, state in found.items()}

    async def write(self, changes: dict[str, StoreItem]) -> None:
        """Store items."""
        await self._table.write({key: json.dumps(item.store_item_to_json()) for key, item in changes.items()})

    async def delete(self, keys: list[str]) -> None:
        """Remove items."""
        await self._table.delete(keys)


def make_web() -> web.Application:
    """Return the bot as a web application."""
    table, connections = StateTable(), Anonymous()
    agent = AgentApplication[TurnState](storage=PostgresStorage(table), connection_manager=connections)
    adapter = CloudAdapter(connection_manager=connections)

    @agent.activity("message")
    async def answer(context: TurnContext, state: TurnState) -> None:
        intake = state.get_value(KEY, Intake, target_cls=Intake)
        await context.send_activity(reply_to(intake, context.activity.text or ""))
        state.set_value(KEY, intake)

    async def messages(request: web.Request) -> web.Response:
        return await start_agent_process(request, agent, adapter)

    application = web.Application(middlewares=[jwt_authorization_middleware])
    application["agent_configuration"] = AgentAuthConfiguration(anonymous_allowed=True)
    application.router.add_post("/api/messages", messages)
    application.on_startup.append(table.open)
    return application


def reply_to(intake: Intake, said: str) -> str:
    """Take an answer, and return what is said next."""
    if not intake.begun or len(intake.answers) == len(QUESTIONS):
        intake.begun, intake.answers = True, {}
        return next_text(0)
    question = QUESTIONS[len(intake.answers)]
    value = question.read(said)
    if value is None:
        return question.again
    intake.answers[question.name] = value
    return noted(value, len(intake.answers))


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # by default it writes lines for every turn
    web.run_app(make_web(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
