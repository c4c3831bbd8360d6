"""What people asked of the team and waits for an answer: whoever waits to be called first."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from cards.formats import moment
from dialogs.inbox.requests import KINDS
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.calendar.here import date_here
from domain.inbox.requests import Request, RequestKind

MOST = 100  # people


async def find_requests(scene: Scene) -> Sequence[Attention]:
    """Return what waits, of a company by its name as far as that may be seen."""
    waiting = await scene.stores.requests.waiting(MOST)
    names = await scene.stores.companies.names({one.company for one in waiting if one.company is not None})
    return tuple(asked(one, names) for one in waiting)


def asked(request: Request, names: Mapping[UUID, str]) -> Attention:
    """Return one request; a wish to join stands in the list alone."""
    company = names.get(request.company, "") if request.company is not None else ""
    line = ": ".join(filter(None, (KINDS[request.kind], company)))
    tap = Tap.says("Bekijk", "vragen" if request.is_wish else f"vragen {request.number}")
    weight = Weight.CALL if request.kind is RequestKind.CALL_BACK else Weight.WAITS
    hint, due = f"Gevraagd op {moment(request.at)}.", date_here(request.at)
    return Attention(f"request:{request.number}", line, tap, weight, request.terrain, due, hint, request.number)


REQUESTS = AttentionKind("request", Whom.TEAM, find_requests, placed=True)
