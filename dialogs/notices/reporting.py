"""Telling the team that a channel cannot be reached any more."""

from collections.abc import Sequence
from uuid import UUID

from dialogs.notices.telling import Kind, Telling
from dialogs.replies import Reply, Say
from domain.channels import Channel, Off
from domain.notices.notice import Notice

OFF = "In {place} kan ik niets meer plaatsen. {why}"
WHY = {
    Off.TEAM: "Het team is gearchiveerd of verwijderd.",
    Off.CHANNEL: "Het kanaal is verwijderd.",
}
REMOVED = "Laadmaat is daar weggehaald of geblokkeerd."
KEPT = "Wat daar nu gebeurt, bewaar ik. Komt het terug? Dan plaats ik het alsnog."
THEN = "Voeg Laadmaat daar weer toe en noem mij een keer. Typ dan 'niet bezorgd' om alles alsnog te versturen."


def place_of(channel: Channel | None) -> str:
    """Return a channel as a sentence names it."""
    if channel is None:
        return "een kanaal"
    names = ", ".join(filter(None, (channel.team_name, channel.name)))
    kind = "de groepschat" if channel.is_group else "het kanaal"
    return f"{kind} {names}" if names else "een groepschat" if channel.is_group else "een kanaal"


async def tell_off(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell which channels are off; one that is back meanwhile is no news."""
    channels = [await telling.stores.channels.find(UUID(str(one.data["channel"]))) for one in notices]
    off = [one for one in channels if one is not None and not one.active]
    lines = dict.fromkeys(OFF.format(place=place_of(one), why=why_off(one)) for one in off)
    then = ((KEPT,) if any(one.why.returns for one in off) else ()) + ((THEN,) if any(not one.why.returns for one in off) else ())
    return (Say("\n\n".join((*lines, *then))),) if lines else ()


def why_off(channel: Channel) -> str:
    """Say why nothing can be posted in a channel."""
    return WHY.get(channel.why, REMOVED)


CHANNEL_OFF = Kind("channel_off", "kanaal uitgezet", tell_off)
