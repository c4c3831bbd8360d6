"""Microsoft's 365 Agents SDK as a bare echo, nothing stored: the successor of botbuilder, and the bar for our turn."""
# mypy: ignore-errors
# It runs in an environment of its own, which the checker does not see.

import logging
import sys

from aiohttp import web
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import (
    ActivityHandler,
    AgentAuthConfiguration,
    AnonymousTokenProvider,
    ClaimsIdentity,
    TurnContext,
)


class Anonymous:
    """Connections that ask for no token."""

    def get_connection(self, _name: str) -> AnonymousTokenProvider:
        """Return the one there is."""
        return AnonymousTokenProvider()

    def get_default_connection(self) -> AnonymousTokenProvider:
        """Return the one there is."""
        return AnonymousTokenProvider()

    def get_token_provider(self, *_: object) -> AnonymousTokenProvider:
        """Return the one there is."""
        return AnonymousTokenProvider()

    def get_default_connection_configuration(self) -> AgentAuthConfiguration:
        """Let everybody in."""
        return AgentAuthConfiguration(anonymous_allowed=True)


class Echo(ActivityHandler):
    """Says what it hears."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say it."""
        await turn_context.send_activity(f"echo {turn_context.activity.text}")


def make_web() -> web.Application:
    """Return the bot as a web application."""
    adapter, bot = CloudAdapter(connection_manager=Anonymous()), Echo()

    async def messages(request: web.Request) -> web.Response:
        request["claims_identity"] = ClaimsIdentity({}, "Anonymous")
        return await adapter.process(request, bot)

    application = web.Application()
    application.router.add_post("/api/messages", messages)
    return application


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # by default it writes lines for every turn
    web.run_app(make_web(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
