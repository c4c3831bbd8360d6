"""A stand-in for the file servers of Teams: keeps what is saved, gives what is asked, and misbehaves on request."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Drive:
    """`files` by path; `answers` overrules by path; `asked` are the requests as (method, path, headers)."""

    files: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    @property
    def application(self) -> web.Application:
        """Return it as a web application."""
        application = web.Application(client_max_size=64 * 1024 * 1024)
        application.router.add_route("*", "/{path:.*}", self._answer)
        return application

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        self.asked.append((request.method, path, dict(request.headers)))
        if path in self.answers:
            return await self.answers[path](request)
        if request.method == "PUT":
            self.files[path] = await request.read()
            return web.json_response({"id": "1"}, status=201)
        return web.Response(body=self.files[path]) if path in self.files else web.Response(status=404)
