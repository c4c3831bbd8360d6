"""Telling the team that a channel cannot be reached any more, or a linked team not be read."""

from collections.abc import Sequence
from uuid import UUID

from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import roles_of
from dialogs.turn.replies import Reply, Say
from domain.notices.channels import Channel, Off
from domain.notices.notice import Notice

OFF = "In {place} kan ik niets meer plaatsen. {why}"
WHY = {
    Off.TEAM: "Het team is gearchiveerd of verwijderd.",
    Off.CHANNEL: "Het kanaal is verwijderd.",
}
REMOVED = "Laadmaat is daar weggehaald of geblokkeerd."
KEPT = "Wat daar nu gebeurt, bewaar ik. Komt het terug? Dan plaats ik het alsnog."
UNREAD = "Teams laat mij niet meer zien wie er in het team {name} zitten. Dit team telt daarom nu niet als projectteam."
UNREAD_THEN = "Typ 'koppel projectteam' in een kanaal van dat team. Dan lees ik het opnieuw."
THEN = "Voeg Laadmaat daar weer toe en noem mij een keer. Typ dan 'niet bezorgd' om alles alsnog te versturen."


def place_of(channel: Channel | None) -> str:
    """Return a channel as a sentence names it."""
    if channel is None:
        return "een kanaal"
    names = ", ".join(filter(None, (channel.team_name, channel.name)))
    kind = "de groepschat" if channel.is_group else "het kanaal"
    return f"{kind} {names}" if names else "een groepschat" if channel.is_group else "een kanaal"


async def holds_a_role(telling: Telling) -> bool:
    """Say whether who is told has a role at this moment; what teams and channels are called is for no others."""
    return telling.person is not None and bool((await roles_of(telling.stores, telling.house, telling.person)).held)


async def tell_off(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell which channels are off; one that is back meanwhile is no news."""
    if not await holds_a_role(telling):
        return ()
    channels = [await telling.stores.channels.find(UUID(str(one.data["channel"]))) for one in notices]
    off = [one for one in channels if one is not None and not one.active]
    lines = dict.fromkeys(OFF.format(place=place_of(one), why=why_off(one)) for one in off)
    then = ((KEPT,) if any(one.why.returns for one in off) else ()) + ((THEN,) if any(not one.why.returns for one in off) else ())
    return (Say("\n\n".join((*lines, *then))),) if lines else ()


def why_off(channel: Channel) -> str:
    """Say why nothing can be posted in a channel."""
    return WHY.get(channel.why, REMOVED)


CHANNEL_OFF = NoticeKind("channel_off", "kanaal uitgezet", tell_off)


async def tell_unread(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell whoever linked a team that its members do not count while nobody can tell who they are."""
    if not await holds_a_role(telling):
        return ()
    names = dict.fromkeys(str(one.data.get("team") or "in Teams") for one in notices)
    return (Say("\n\n".join((*(UNREAD.format(name=name) for name in names), UNREAD_THEN))),)


TEAM_UNREAD = NoticeKind("team_unread", "team niet te lezen", tell_unread)
