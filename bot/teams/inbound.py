"""From Teams' words to ours: an activity of the right shape becomes one event that dialogs understand."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from bot.exchange import Arrival
from bot.teams.envelope import Account, Attachment, Envelope
from bot.teams.feedback import read_feedback
from bot.teams.file_consents import read_consent
from bot.teams.mentions import mentions_in, plain_text
from bot.teams.presses import press_of_execute, press_of_submit
from dialogs.turn.events import (
    Arrived,
    ChannelChanged,
    Event,
    Ignored,
    Left,
    MembersChanged,
    Said,
    Scope,
    Sender,
    SentFile,
    SentFiles,
    TeamChanged,
)
from domain.intake.acceptance import clean_name

LONGEST_TEXT = 20_000  # characters; far above what any answer may be, far below what hurts
MOST_MEMBERS = 500  # people in one message about a team
# Nothing follows from the rest: a channel that was made is met when we are mentioned there, one that is shared is where it was.
TEAM_GONE = frozenset({"teamDeleted", "teamHardDeleted", "teamArchived"})
TEAM_BACK = frozenset({"teamRestored", "teamUnarchived"})
TEAM_CHANGES = TEAM_GONE | TEAM_BACK | {"teamRenamed"}
CHANNEL_CHANGES = frozenset({"channelDeleted", "channelRestored", "channelRenamed"})
WITHOUT_SENDER = MembersChanged | ChannelChanged | TeamChanged | Left  # Teams does not tell who did these
SCOPES = {"personal": Scope.PERSONAL, "groupChat": Scope.GROUP, "channel": Scope.CHANNEL}

FILE = "application/vnd.microsoft.teams.file.download.info"
INSTALLATIONS: dict[str, Event] = {"add": Arrived(), "remove": Left()}


def read_arrival(activity: Envelope) -> Arrival:
    sender, event = sender_of(activity), event_of(activity)
    if not sender.object_id and not (team_of(activity) and isinstance(event, WITHOUT_SENDER)):
        event = Ignored("nobody")
    return Arrival(
        tenant=sender.tenant,
        conversation=activity.place.id,
        activity=activity.id or uuid4().hex,
        sender=sender,
        scope=scope_of(activity),
        event=event,
        reference=reference_of(activity, sender),
        team=team_of(activity),
        team_name=names_of(activity)[0],
        channel_name=names_of(activity)[1],
        invoke=activity.type == "invoke" and activity.name == "adaptiveCard/action",
    )


def sender_of(activity: Envelope) -> Sender:
    """Return who did it; without an Entra object id nobody is known, so nothing can be kept for them."""
    account = activity.sender
    return Sender(
        tenant=min(activity.tenants, default=""),
        object_id=(account.object_id or "").lower() if account else "",
        teams_id=account.id if account else "",
        name=clean_name(account.name or "") if account else "",
    )


def scope_of(activity: Envelope) -> Scope:
    """Return where it happened; without a word about it, a group is never taken for a personal chat."""
    return SCOPES.get(activity.place.kind or "", Scope.GROUP if activity.place.is_group else Scope.PERSONAL)


def team_of(activity: Envelope) -> str:
    """Return Teams' id of the team to which the channel belongs; empty elsewhere."""
    team = activity.channel_data.team if activity.channel_data else None
    return (team.id or "") if team and scope_of(activity) is not Scope.PERSONAL else ""


def names_of(activity: Envelope) -> tuple[str, str]:
    """Return the names of the team and of the channel; empty where Teams tells none, as of a general channel."""
    data = activity.channel_data
    team, channel = (data.team, data.channel) if data else (None, None)
    return clean_name((team and team.name) or ""), clean_name((channel and channel.name) or "")


def event_of(activity: Envelope) -> Event:
    if activity.type == "message":
        return _message(activity)
    if activity.type == "installationUpdate":
        return INSTALLATIONS.get(activity.action or "", Ignored("upgrade"))
    if activity.type == "conversationUpdate":
        return _membership(activity)
    return _invoke(activity) if activity.type == "invoke" else Ignored(activity.name or activity.type)


def _invoke(activity: Envelope) -> Event:
    match activity.name:
        case "adaptiveCard/action":
            return press_of_execute(activity.value, activity.reply_to)
        case "fileConsent/invoke":
            return read_consent(activity.value, activity.reply_to)
        case "message/submitAction":
            return read_feedback(activity.value)
        case name:
            return Ignored(name or activity.type)


def _message(activity: Envelope) -> Event:
    text = plain_text(activity)[:LONGEST_TEXT]
    if activity.value is not None and not text:
        return press_of_submit(activity.value, activity.reply_to)
    files = tuple(
        (one.name or "")[:200]
        for one in activity.attachments or ()
        if not (one.content_type or "").startswith(("text/html", "application/vnd.microsoft.card."))
    )
    sent = tuple(file for one in activity.attachments or () if (file := _sent_file(one)) is not None)
    return SentFiles(files, text, sent) if files else Said(text, mentions_in(activity))


def _sent_file(attachment: Attachment) -> SentFile | None:
    """Return a file that can be fetched; None for pictures, stickers and what says nothing about itself."""
    content = attachment.content
    if attachment.content_type != FILE or not isinstance(content, Mapping) or not isinstance(content.get("downloadUrl"), str):
        return None
    return SentFile((attachment.name or "bestand")[:200], content["downloadUrl"])


def _membership(activity: Envelope) -> Event:
    bot = activity.bot.id if activity.bot else None
    if any(member.id == bot for member in activity.added or ()):
        # A team hears of its installation as well, and one introduction is enough there.
        return Arrived() if scope_of(activity) is Scope.PERSONAL else Ignored("bot added")
    if any(member.id == bot for member in activity.removed or ()):
        return Left()
    kind = (activity.channel_data and activity.channel_data.event) or activity.type
    if team_of(activity) and (activity.added or activity.removed):
        return MembersChanged(ids_of(activity.added), ids_of(activity.removed))
    if team_of(activity) and kind in CHANNEL_CHANGES:
        return _channel_change(activity, kind)
    if team_of(activity) and kind in TEAM_CHANGES:
        return TeamChanged(names_of(activity)[0], gone=kind in TEAM_GONE, back=kind in TEAM_BACK)
    return Ignored(kind)


def _channel_change(activity: Envelope, kind: str) -> Event:
    channel = activity.channel_data.channel if activity.channel_data else None
    if channel is None or not channel.id:
        return Ignored(kind)
    return ChannelChanged(channel.id, names_of(activity)[1], gone=kind == "channelDeleted", back=kind == "channelRestored")


def ids_of(accounts: list[Account] | None) -> tuple[str, ...]:
    """Return people by their Entra object id, or by Teams' own where it is left out."""
    return tuple((one.object_id or "").lower() or one.id for one in (accounts or ())[:MOST_MEMBERS])


def reference_of(activity: Envelope, sender: Sender) -> dict[str, Any]:
    """Return all that is needed to reach this conversation again, as plain JSON."""
    bot, place = activity.bot, activity.place
    return {
        "serviceUrl": activity.service_url,
        "channelId": activity.channel,
        "tenant": sender.tenant,
        "locale": activity.locale,
        "conversation": {
            "id": place.id,
            "conversationType": scope_of(activity).value,
            "isGroup": scope_of(activity) is not Scope.PERSONAL,
            "tenantId": sender.tenant,
        },
        "bot": {"id": bot.id if bot else "", "name": (bot.name or "") if bot else ""},
        "user": {"id": sender.teams_id, "aadObjectId": sender.object_id},  # no name: it is not kept before it may be
    }
