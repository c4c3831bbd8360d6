"""Stock botbuilder 4.17.1 as a bare echo, nothing stored: what our turn costs without the repairs of the edge."""
# mypy: ignore-errors
# It runs in an environment of its own, which the checker does not see.

import sys

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class Anonymous:
    """The settings of a bot without a registration, under the names botbuilder reads."""

    APP_ID = APP_PASSWORD = APP_TENANTID = ""
    APP_TYPE = "MultiTenant"


class Echo(ActivityHandler):
    """Says what it hears."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say it."""
        await turn_context.send_activity(f"echo {turn_context.activity.text}")


def make_web() -> web.Application:
    """Return the bot as a web application."""
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(Anonymous())), Echo()

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot) or web.Response(status=201)

    application = web.Application()
    application.router.add_post("/api/messages", messages)
    return application


if __name__ == "__main__":
    web.run_app(make_web(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
