"""Who may speak: botbuilder's own check of tokens, as in production, on keys that do not block or go stale."""

import math
import time
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientSession
from botframework.connector.auth import (
    AuthenticationConstants,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    ChannelValidation,
    JwtTokenExtractor,
    ServiceClientCredentialsFactory,
)

from bot.settings import Settings
from bot.teams.keys import NoKeys, SigningKeys


class AppIdentity(ServiceClientCredentialsFactory):  # type: ignore[misc]  # botbuilder has no types
    """Tells botbuilder for which app a token must be meant; sending is not its business here."""

    def __init__(self, app_id: str) -> None:
        """An empty id means that nobody has to prove anything."""
        self._app_id = app_id

    async def is_valid_app_id(self, app_id: str) -> bool:
        """Say whether a token is meant for us."""
        return bool(self._app_id) and app_id == self._app_id

    async def is_authentication_disabled(self) -> bool:
        """Say whether everybody may speak: only in anonymous mode, which the settings guard."""
        return not self._app_id

    async def create_credentials(self, *_: Any) -> None:  # noqa: ANN401 - never asked
        """Refuse: the connector has credentials of its own."""
        raise NotImplementedError


LONGEST = 25 * 3600.0  # seconds that a token may still live; those of Teams live an hour, no token of Entra over a day


def must_end(claims: Mapping[str, Any]) -> None:
    """Refuse a token that never ends, or not for long: botbuilder checks an end only where there is one.

    Raises PermissionError.
    """
    end = claims.get("exp")
    if isinstance(end, bool) or not isinstance(end, int | float) or not math.isfinite(end) or end - time.time() > LONGEST:
        raise PermissionError("The token does not end.")


def authentication(settings: Settings, session: ClientSession) -> BotFrameworkAuthentication:
    """Return botbuilder's check, with our keys in the places where it keeps its own."""
    ChannelValidation.open_id_metadata_endpoint = settings.openid_metadata_url
    JwtTokenExtractor.metadataCache = {
        settings.openid_metadata_url: SigningKeys(settings.openid_metadata_url, session),
        AuthenticationConstants.TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL: NoKeys(),
    }
    return BotFrameworkAuthenticationFactory.create(credential_factory=AppIdentity(settings.app_id))
