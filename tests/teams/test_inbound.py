"""What Teams sends, in our words."""

import json
from typing import Any

import pytest

from bot.exchange import Arrival
from bot.teams.bodies import read_activity
from bot.teams.inbound import LONGEST_TEXT, read_arrival
from dialogs.turn.events import (
    Arrived,
    ChannelChanged,
    Event,
    Ignored,
    Left,
    MembersChanged,
    Mention,
    Pressed,
    Said,
    Scope,
    Sender,
    SentFiles,
    TeamChanged,
)
from tests.teams.activities import APP, BOT, FATIMA, TENANT, activity, executes, invokes, says

OTHER_BOT = {"id": "28:other", "name": "Andere bot"}


def arrival(told: dict[str, Any]) -> Arrival:
    """Read an activity as it comes over the line."""
    return read_arrival(read_activity(json.dumps(told).encode()))


def event(told: dict[str, Any]) -> Event:
    """Read what happened."""
    return arrival(told).event


def test_who_says_it_and_where() -> None:
    found = arrival(says("hallo", id="1700"))
    assert (found.tenant, found.conversation, found.activity) == (TENANT, f"a:{FATIMA}", "1700")
    assert found.sender == Sender(TENANT, FATIMA, f"29:{FATIMA}", "Fatima Jansen")
    assert found.scope is Scope.PERSONAL
    assert not found.invoke


def test_the_reference_is_plain_json_that_reaches_the_conversation() -> None:
    reference = arrival(says("hallo")).reference
    assert json.loads(json.dumps(reference)) == reference
    assert reference["serviceUrl"] == "https://smba.trafficmanager.net/emea/"
    assert reference["conversation"]["id"] == f"a:{FATIMA}"
    assert reference["bot"] == {"id": f"28:{APP}", "name": "Laadmaat"}
    assert reference["user"]["aadObjectId"] == FATIMA
    assert (reference["channelId"], reference["tenant"], reference["locale"]) == ("msteams", TENANT, "nl-NL")


@pytest.mark.parametrize(
    ("place", "scope"),
    [
        ({"conversationType": "personal"}, Scope.PERSONAL),
        ({"conversationType": "groupChat", "isGroup": True}, Scope.GROUP),
        ({"conversationType": "channel", "isGroup": True}, Scope.CHANNEL),
        ({"isGroup": True}, Scope.GROUP),
        ({}, Scope.PERSONAL),
    ],
)
def test_a_group_is_never_taken_for_a_personal_chat(place: dict[str, Any], scope: Scope) -> None:
    assert arrival(says("hallo", conversation={"id": "19:x", "tenantId": TENANT} | place)).scope is scope


def test_ids_are_compared_in_lower_case() -> None:
    sender = {"id": "29:x", "aadObjectId": FATIMA.upper()}
    found = arrival(says("x", **{"from": sender}, channelData={"tenant": {"id": TENANT.upper()}}))
    assert (found.sender.object_id, found.tenant) == (FATIMA, TENANT)


def test_somebody_without_an_entra_id_is_nobody() -> None:
    assert event(says("hallo", **{"from": {"id": "29:gast"}})) == Ignored("nobody")


def test_an_activity_without_an_id_still_has_a_key_of_its_own() -> None:
    first, second = arrival(says("hallo", id=None)), arrival(says("hallo", id=None))
    assert first.activity
    assert first.activity != second.activity


@pytest.mark.parametrize(("typed", "heard"), [("  hallo \n daar\u00a0 ", "hallo daar"), ("", ""), ("\u00a0", "")])
def test_white_space_is_folded(typed: str, heard: str) -> None:
    assert event(says(typed)) == Said(heard)


def test_a_message_without_text_is_empty() -> None:
    assert event(activity(text=None)) == Said("")


def test_an_endless_text_is_cut() -> None:
    assert event(says("x" * 30_000)) == Said("x" * LONGEST_TEXT)


@pytest.mark.parametrize(
    ("told", "happened"),
    [
        (activity("installationUpdate", action="add"), Arrived()),
        (activity("installationUpdate", action="remove"), Left()),
        (activity("installationUpdate", action="add-upgrade"), Ignored("upgrade")),
        (activity("installationUpdate"), Ignored("upgrade")),
        (activity("conversationUpdate", membersAdded=[{"id": "29:piet"}, BOT]), Arrived()),
        (
            activity(
                "conversationUpdate", membersAdded=[BOT], conversation={"id": "19:x@thread.tacv2", "conversationType": "channel"}
            ),
            Ignored("bot added"),
        ),
        (activity("conversationUpdate", membersRemoved=[BOT]), Left()),
        (activity("conversationUpdate", membersAdded=[{"id": "29:piet"}]), Ignored("conversationUpdate")),
        (activity("conversationUpdate", membersAdded=[OTHER_BOT]), Ignored("conversationUpdate")),
        (
            activity("conversationUpdate", channelData={"tenant": {"id": TENANT}, "eventType": "channelCreated"}),
            Ignored("channelCreated"),
        ),
        (activity("messageUpdate", text="anders"), Ignored("messageUpdate")),
        (activity("messageDelete"), Ignored("messageDelete")),
        (activity("messageReaction", reactionsAdded=[{"type": "like"}]), Ignored("messageReaction")),
        (activity("event", name="application/vnd.microsoft.readReceipt"), Ignored("application/vnd.microsoft.readReceipt")),
        (activity("typing"), Ignored("typing")),
        (invokes("task/fetch"), Ignored("task/fetch")),
    ],
)
def test_what_else_can_happen(told: dict[str, Any], happened: Event) -> None:
    assert event(told) == happened


ROOM = {"id": "19:general@thread.tacv2", "conversationType": "channel", "isGroup": True, "tenantId": TENANT}
IN_TEAM = {"tenant": {"id": TENANT}, "team": {"id": "19:team@thread.tacv2", "name": "Regio Oost"}}
PIET = {"id": "29:piet", "aadObjectId": "AAAA"}


@pytest.mark.parametrize(
    ("told", "happened"),
    [
        ({"membersAdded": [PIET, {"id": "29:jan"}]}, MembersChanged(added=("aaaa", "29:jan"))),
        ({"membersRemoved": [PIET]}, MembersChanged(removed=("aaaa",))),
        ({"membersRemoved": [PIET], "from": None}, MembersChanged(removed=("aaaa",))),
        ({"membersRemoved": [BOT], "from": None}, Left()),
        ({"channelData": IN_TEAM | {"eventType": "teamDeleted"}}, TeamChanged("Regio Oost", gone=True)),
        ({"channelData": IN_TEAM | {"eventType": "channelCreated"}}, Ignored("channelCreated")),
    ],
)
def test_who_comes_and_goes_in_a_team(told: dict[str, Any], happened: Event) -> None:
    whole: dict[str, Any] = {"conversation": ROOM, "channelData": IN_TEAM} | told
    found = arrival(activity("conversationUpdate", **whole))
    assert found.event == happened
    assert (found.team, found.scope) == ("19:team@thread.tacv2", Scope.CHANNEL)


def test_somebody_without_an_entra_id_says_nothing_in_a_team_either() -> None:
    nobody = says("hallo", **{"from": {"id": "29:gast"}}, conversation=ROOM, channelData=IN_TEAM)
    assert event(nobody) == Ignored("nobody")


def test_who_is_mentioned_comes_along_and_the_bot_does_not() -> None:
    entities = [
        {"type": "mention", "text": "<at>Laadmaat</at>", "mentioned": BOT},
        {"type": "mention", "text": "<at>Yara  Peters</at>", "mentioned": {"id": "29:yara", "name": "Yara Peters"}},
        {"type": "mention", "text": "<at>Tom &amp; Co</at>", "mentioned": {"id": "29:tom", "aadObjectId": "CCCC"}},
        {"type": "mention", "text": "geen tag", "mentioned": {"id": "29:x"}},
        {"type": "clientInfo", "text": "<at>Yara</at>"},
    ]
    text = "<at>Laadmaat</at> rol <at>Yara  Peters</at> gemeente <at>Tom &amp; Co</at>"
    said = event(says(text, entities=entities))
    assert said == Said(
        "rol Yara Peters gemeente Tom & Co", (Mention("Yara Peters", "29:yara"), Mention("Tom & Co", "29:tom", "cccc"))
    )


def test_a_pressed_submit_button() -> None:
    value = {"verb": "save", "data": {"page": "fleet"}, "vans": "12", "msteams": {"feedback": {"hide": True}}}
    pressed = event(activity(value=value, replyToId="1699"))
    assert pressed == Pressed("save", {"page": "fleet"}, {"vans": "12"}, "1699")


def test_both_kinds_of_button_mean_the_same() -> None:
    fields = {"data": {"page": "fleet"}, "vans": "12"}
    submitted = event(activity(value={"verb": "save", **fields}, replyToId="1700000000001"))
    executed = arrival(executes("save", data=fields))
    assert executed.event == submitted
    assert executed.invoke


def test_a_button_with_text_is_what_it_says() -> None:
    assert event(says("help", value={"verb": "say"})) == Said("help")


@pytest.mark.parametrize("content", ["image/png", "application/vnd.microsoft.teams.file.download.info", "image/*", None])
def test_a_file(content: str | None) -> None:
    attachments = [{"contentType": "text/html", "content": "<p>kijk</p>"}, {"contentType": content, "name": "plan.png"}]
    assert event(says("kijk", attachments=attachments)) == SentFiles(("plan.png",), "kijk")


@pytest.mark.parametrize("content", ["text/html", "application/vnd.microsoft.card.adaptive"])
def test_the_same_text_once_more_is_no_file(content: str) -> None:
    assert event(says("hallo", attachments=[{"contentType": content}])) == Said("hallo")


@pytest.mark.parametrize(("kind", "gone"), [("channelDeleted", True), ("channelRenamed", False), ("channelRestored", False)])
def test_a_channel_that_changes_is_told(kind: str, gone: bool) -> None:
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:t"}, "channel": {"id": "19:c", "name": "Planning"}, "eventType": kind}
    place = {"id": "19:t", "conversationType": "channel", "tenantId": TENANT}
    found = arrival(activity("conversationUpdate", channelData=data, conversation=place))
    assert found.event == ChannelChanged("19:c", "Planning", gone=gone, back=kind == "channelRestored")
    assert (found.team, found.channel_name) == ("19:t", "Planning")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("teamArchived", TeamChanged("Aanpak", gone=True)),
        ("teamDeleted", TeamChanged("Aanpak", gone=True)),
        ("teamHardDeleted", TeamChanged("Aanpak", gone=True)),
        ("teamUnarchived", TeamChanged("Aanpak", back=True)),
        ("teamRestored", TeamChanged("Aanpak", back=True)),
        ("teamRenamed", TeamChanged("Aanpak")),
        ("channelCreated", Ignored("channelCreated")),
        ("channelShared", Ignored("channelShared")),
        ("channelUnshared", Ignored("channelUnshared")),
    ],
)
def test_a_team_that_changes_is_told(kind: str, expected: Event) -> None:
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:t", "name": "Aanpak"}, "channel": {"id": "19:c"}, "eventType": kind}
    place = {"id": "19:c", "conversationType": "channel", "tenantId": TENANT}
    assert event(activity("conversationUpdate", channelData=data, conversation=place)) == expected


def test_a_channel_that_changes_without_a_name_for_itself_is_ignored() -> None:
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:t"}, "eventType": "channelDeleted"}
    place = {"id": "19:t", "conversationType": "channel", "tenantId": TENANT}
    assert isinstance(event(activity("conversationUpdate", channelData=data, conversation=place)), Ignored)
