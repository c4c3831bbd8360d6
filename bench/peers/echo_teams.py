"""Microsoft's Teams SDK as a bare echo, nothing stored."""
# mypy: ignore-errors
# It runs in an environment of its own, which the checker does not see.

import asyncio
import logging
import sys

from microsoft_teams.api import MessageActivity
from microsoft_teams.apps import ActivityContext, App

app = App(skip_auth=True)


@app.on_message
async def echo(context: ActivityContext[MessageActivity]) -> None:
    """Say what it hears."""
    await context.send(f"echo {context.activity.text}")


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # as the other peers: no line per turn
    asyncio.run(app.start(int(sys.argv[1])))
