"""One token request per lifetime, whoever asks; and a refusal of Entra is a clear one."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import SecretStr

from bot.settings import AppType, Settings
from bot.teams.credentials import MARGIN, Bearer, NoToken, credentials
from tests.teams.activities import APP, TENANT


class Clock:
    """A time that tests set."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


class Entra:
    """Gives a new token each time, or an error."""

    def __init__(self) -> None:
        """Start with nobody having asked."""
        self.asked = 0
        self.error: str | None = None

    def __call__(self) -> Mapping[str, Any]:
        """Answer as MSAL does."""
        self.asked += 1
        if self.error == "network":
            raise ConnectionError
        return {"error": self.error} if self.error else {"access_token": f"token-{self.asked}", "expires_in": 3600}


async def test_fifty_who_ask_at_once_share_one_request() -> None:
    entra = Entra()
    bearer = Bearer(entra, Clock())
    found = await asyncio.gather(*(bearer.headers() for _ in range(50)))
    assert entra.asked == 1
    assert all(headers == {"Authorization": "Bearer token-1"} for headers in found)


async def test_a_token_is_renewed_just_before_it_ends() -> None:
    entra, clock = Entra(), Clock()
    bearer = Bearer(entra, clock)
    await bearer.headers()
    clock.now += 3600 - MARGIN - 1
    assert await bearer.headers() == {"Authorization": "Bearer token-1"}
    clock.now += 2
    assert await bearer.headers() == {"Authorization": "Bearer token-2"}
    assert entra.asked == 2


@pytest.mark.parametrize(("error", "told"), [("invalid_client", "invalid_client"), ("network", "ConnectionError")])
async def test_a_refusal_is_told_and_not_asked_again_at_once(error: str, told: str) -> None:
    entra, clock = Entra(), Clock()
    entra.error = error
    bearer = Bearer(entra, clock)
    with pytest.raises(NoToken, match=told):
        await bearer.headers()
    with pytest.raises(NoToken):
        await bearer.headers()
    assert entra.asked == 1
    entra.error = None
    clock.now += 2
    assert await bearer.headers() == {"Authorization": "Bearer token-2"}


async def test_fetching_does_not_hold_up_the_loop() -> None:
    release, went_on = asyncio.Event(), False
    loop = asyncio.get_running_loop()

    def slow() -> Mapping[str, Any]:
        asyncio.run_coroutine_threadsafe(release.wait(), loop).result()
        return {"access_token": "x", "expires_in": 3600}

    asking = asyncio.create_task(Bearer(slow, Clock()).headers())
    await asyncio.sleep(0)
    went_on = not asking.done()
    release.set()
    assert await asking
    assert went_on


@pytest.mark.parametrize(
    ("kind", "authority"),
    [
        (AppType.SINGLE_TENANT, f"https://login.microsoftonline.com/{TENANT}"),
        (AppType.MULTI_TENANT, "https://login.microsoftonline.com/botframework.com"),
    ],
)
async def test_a_registration_asks_its_own_authority(kind: AppType, authority: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Application:
        """Stands in for MSAL's."""

        def __init__(self, app_id: str, *, client_credential: str, authority: str, timeout: float) -> None:
            """Note how it was made."""
            asked.append((app_id, client_credential, authority))
            assert timeout < 10

        def acquire_token_for_client(self, scopes: list[str]) -> Mapping[str, Any]:
            """Give a token for what was asked."""
            return {"access_token": scopes[0], "expires_in": 3600}

    monkeypatch.setattr("msal.ConfidentialClientApplication", Application)
    settings = Settings(_env_file=None, app_id=APP, app_password=SecretStr("pw"), app_tenantid=TENANT, app_type=kind)
    headers = await credentials(settings).headers()
    assert headers == {"Authorization": "Bearer https://api.botframework.com/.default"}
    assert asked == [(APP, "pw", authority)]


async def test_a_managed_identity_asks_the_machine_it_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Client:
        """Stands in for MSAL's."""

        def __init__(self, identity: Mapping[str, str], *, http_client: object) -> None:
            """Note for whom."""
            assert identity["Id"] == APP
            assert http_client

        def acquire_token_for_client(self, *, resource: str) -> Mapping[str, Any]:
            """Give a token for what was asked."""
            return {"access_token": resource, "expires_in": 86400}

    monkeypatch.setattr("msal.ManagedIdentityClient", Client)
    settings = Settings(_env_file=None, app_id=APP, app_tenantid=TENANT, app_type=AppType.MANAGED_IDENTITY)
    assert await credentials(settings).headers() == {"Authorization": "Bearer https://api.botframework.com"}


async def test_anonymous_has_no_proof() -> None:
    assert not await credentials(Settings(_env_file=None, dangerously_allow_anonymous=True)).headers()
