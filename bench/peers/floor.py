"""The floor: no SDK and no rules; one durable commit and one reply, which nothing that stores can go below."""

import json
import sys
from collections.abc import AsyncIterator

from aiohttp import ClientSession, web
from psycopg_pool import AsyncConnectionPool

POOL = web.AppKey("pool", AsyncConnectionPool)
CLIENT = web.AppKey("client", ClientSession)


async def opened(application: web.Application) -> AsyncIterator[None]:
    """Open the pool and the client for as long as the bot runs."""
    async with AsyncConnectionPool(sys.argv[2], min_size=4, max_size=16, open=False) as pool, ClientSession() as client:
        async with pool.connection() as connection:
            await connection.execute("create table if not exists floor (id text, body jsonb)")
        application[POOL], application[CLIENT] = pool, client
        yield


async def messages(request: web.Request) -> web.Response:
    """Store what was said, and answer."""
    activity = await request.json()
    stored = (activity["id"], json.dumps({"text": activity["text"]}))
    async with request.app[POOL].connection() as connection:
        await connection.execute("insert into floor values (%s, %s)", stored)
    url = f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}/activities/{activity['id']}"
    async with request.app[CLIENT].post(url, json={"type": "message", "text": f"echo {activity['text']}"}) as answer:
        await answer.read()
    return web.Response(status=201)


def make_web() -> web.Application:
    """Return the bot as a web application."""
    application = web.Application()
    application.router.add_post("/api/messages", messages)
    application.cleanup_ctx.append(opened)
    return application


if __name__ == "__main__":
    web.run_app(make_web(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
