"""Telling the team that a channel cannot be reached any more."""

from collections.abc import Sequence
from uuid import UUID

from dialogs.notices.telling import Kind, Telling
from dialogs.replies import Reply, Say
from domain.channels import Channel
from domain.notices.notice import Notice

OFF = "In {place} kan ik niets meer plaatsen. Laadmaat is daar weggehaald of geblokkeerd."
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
    places = dict.fromkeys(place_of(one) for one in channels if one is not None and not one.active)
    return (Say("\n\n".join((*(OFF.format(place=place) for place in places), THEN))),) if places else ()


CHANNEL_OFF = Kind("channel_off", "kanaal uitgezet", tell_off)
