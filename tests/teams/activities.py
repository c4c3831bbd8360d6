"""Activities as Teams sends them, about invented people."""

from typing import Any
from uuid import uuid4

TENANT = "11111111-2222-4333-8444-555555555555"
OTHER_TENANT = "99999999-2222-4333-8444-555555555555"
APP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
FATIMA = "f0000000-0000-4000-8000-000000000001"
NOOR = "f0000000-0000-4000-8000-000000000002"
BOT = {"id": f"28:{APP}", "name": "Laadmaat"}


def activity(
    kind: str = "message",
    *,
    person: str = FATIMA,
    service_url: str = "https://smba.trafficmanager.net/emea/",
    **more: Any,  # noqa: ANN401 - JSON
) -> dict[str, Any]:
    """Return an activity from a personal chat; `more` adds or overwrites fields, None takes a field away."""
    whole: dict[str, Any] = {
        "type": kind,
        "id": uuid4().hex,
        "channelId": "msteams",
        "serviceUrl": service_url,
        "timestamp": "2026-11-23T10:00:00.000Z",
        "locale": "nl-NL",
        "from": {"id": f"29:{person}", "name": "Fatima Jansen", "aadObjectId": person},
        "recipient": BOT,
        "conversation": {"id": f"a:{person}", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "nl-NL", "country": "NL", "platform": "Web"}],
    } | more
    return {key: value for key, value in whole.items() if value is not None}


def says(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return a typed message."""
    return activity(text=text, textFormat="plain", **more)


def quotes(text: str, *ids: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return a typed reply to messages of the bot: with a marker before the text, and an entity for each."""
    told = [
        {
            "type": "quotedReply",
            "quotedReply": {"messageId": one, "senderId": BOT["id"], "preview": "...", "isReplyDeleted": False},
        }
        for one in ids
    ]
    markers = "".join(f'<quoted messageId="{one}"/>' for one in ids)
    return says(f"{markers} {text}", **{"entities": told, **more})


def executes(verb: str, *, data: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return the press of an Action.Execute button."""
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": {"verb": verb, **(data or {})}}, "trigger": "manual"}
    return activity("invoke", **{"name": "adaptiveCard/action", "value": value, "replyToId": "1700000000001", **more})


def invokes(name: str, value: object = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return any other invoke."""
    return activity("invoke", name=name, value=value, **more)
