"""The bot's own proof of identity towards Teams: one token at a time, fetched beside the event loop."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import msal  # type: ignore[import-untyped]
import requests

from bot.settings import AppType, Settings

AUDIENCE = "https://api.botframework.com"
AUTHORITY = "https://login.microsoftonline.com/"
MARGIN = 240.0  # seconds before its end that a token counts as old; MSAL itself gives out no token under 300
TIMEOUT = 8.0  # seconds
BREATH = 1.0  # seconds between two requests when Entra refuses


class NoToken(Exception):  # noqa: N818 - named for the state it tells
    """Entra gives no token; the text is Entra's own error code, never a secret."""


class Credentials(Protocol):
    """What the connector asks for before it sends."""

    async def headers(self) -> Mapping[str, str]:
        """Return the headers that prove who we are; raises NoToken."""


class Anonymous:
    """For the Playground on this machine: no proof at all."""

    async def headers(self) -> Mapping[str, str]:
        return {}


class Bearer:
    """A token that is kept for as long as it lives; everyone who needs a new one waits for the same request."""

    def __init__(self, fetch: Callable[[], Mapping[str, Any]], clock: Callable[[], float] = time.monotonic) -> None:
        """`fetch` blocks and returns MSAL's answer: access_token and expires_in (seconds), or error."""
        self._fetch, self._clock = fetch, clock
        self._headers: dict[str, str] = {}
        self._until = self._not_before = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    async def headers(self) -> Mapping[str, str]:
        """Return the Authorization header; raises NoToken."""
        if self._clock() < self._until:
            return self._headers
        async with self._one_at_a_time:
            if self._clock() >= self._until:
                await self._renew_once_in_a_while()
        return self._headers

    async def _renew_once_in_a_while(self) -> None:
        if self._clock() < self._not_before:
            raise NoToken("asked a moment ago")
        self._not_before = self._clock() + BREATH
        await self._renew()

    async def _renew(self) -> None:
        try:
            answer = await asyncio.wait_for(asyncio.to_thread(self._fetch), 2 * TIMEOUT)
            if "access_token" not in answer:
                raise NoToken(str(answer.get("error", "no reason given")))
            token, lasts = str(answer["access_token"]), float(answer["expires_in"])
        except (OSError, ValueError) as error:  # a time-out and everything that requests raises are OSErrors
            raise NoToken(type(error).__name__) from None
        self._headers = {"Authorization": f"Bearer {token}"}
        self._until = self._clock() + max(lasts - MARGIN, lasts / 2)


def credentials(settings: Settings) -> Credentials:
    """Return the proof of identity that fits the Azure Bot registration."""
    if not settings.app_id:
        return Anonymous()
    if settings.app_type is AppType.MANAGED_IDENTITY:
        return Bearer(_managed(settings.app_id))
    tenant = "botframework.com" if settings.app_type is AppType.MULTI_TENANT else settings.app_tenantid
    return Bearer(_registered(settings.app_id, settings.app_password.get_secret_value(), tenant))


def _registered(app_id: str, password: str, tenant: str) -> Callable[[], Mapping[str, Any]]:
    application: list[Any] = []  # made at first use: MSAL already asks Entra for its addresses while it is built

    def fetch() -> Mapping[str, Any]:
        if not application:
            built = msal.ConfidentialClientApplication(
                app_id, client_credential=password, authority=AUTHORITY + tenant, timeout=TIMEOUT
            )
            application.append(built)
        answer: Mapping[str, Any] = application[0].acquire_token_for_client([f"{AUDIENCE}/.default"])
        return answer

    return fetch


class Hurried(requests.Session):
    """A session in which no request waits for ever, as MSAL's would."""

    def request(self, *asked: Any, **options: Any) -> Any:  # noqa: ANN401 - passed through as it is
        """Do the request, with a time limit."""
        return super().request(*asked, **{"timeout": TIMEOUT, **options})


def _managed(app_id: str) -> Callable[[], Mapping[str, Any]]:
    identity = msal.UserAssignedManagedIdentity(client_id=app_id)
    client = msal.ManagedIdentityClient(identity, http_client=Hurried())

    def fetch() -> Mapping[str, Any]:
        answer: Mapping[str, Any] = client.acquire_token_for_client(resource=AUDIENCE)
        return answer

    return fetch
