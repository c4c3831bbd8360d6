"""Sending companies what the team approved: planned for its audience, once each, and looked at again when it is told."""

import datetime
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from cards.formats import listing, moment, plural
from cards.papers.letter import MailText, Postmark, make_draft
from cards.papers.session import Appointment
from cards.views.notice import NoticeCard
from dialogs.stores.stores import Stores
from dialogs.turn.replies import OfferPaper, ShowCard
from dialogs.turn.step import Step
from domain.companies.audience import Audience, AudienceMember, Listener
from domain.consent.consents import Purpose
from domain.intake.acceptance import key_in
from domain.notices.notice import NewNotice
from domain.notices.sending import Sending, SendingResult, SendingState
from domain.papers.papers import Paper, file_name
from domain.sessions.session import Session

MESSAGE = "message/rfc822"
NAMED = 20  # companies
TO_DO = "Laadmaat kan zelf niet mailen. Mail dit zelf. Open het bestand, of neem de tekst over."


@dataclass(frozen=True, slots=True)
class AlsoFor:
    """People who get it as themselves and not as a company: by which kind of notice, and who they are now."""

    notice: str
    people: Callable[[Stores, Sending], Awaitable[Sequence[UUID]]]


@dataclass(frozen=True, slots=True)
class SendingKind:
    """One kind of what the team sends companies.

    `title` is how the team and the companies read of it, `notice` the kind of notice that brings it, and `audience` whom it is
    for now (None: nobody any more). `beside` are those who get it without being a company.
    """

    name: str
    title: str
    notice: str
    audience: Callable[[Stores, Sending, datetime.datetime], Awaitable[Audience | None]]
    beside: AlsoFor | None = None


def approved_now(kind: SendingKind, session: Session, text: str, now: datetime.datetime) -> Sending:
    """Return what somebody of the team just saw and approved."""
    return Sending(uuid4(), kind.name, session.plan.terrain, text, SendingState.APPROVED, now, session.id)


async def plan_sending(
    stores: Stores, kind: SendingKind, sent: Sending, now: datetime.datetime,
    *, chosen: Collection[UUID] | None = None, urgent: bool = False,
) -> int:  # fmt: skip
    """Plan it for everybody it is for, perhaps only the companies that were chosen; return how many were not planned before."""
    audience = await kind.audience(stores, sent, now)
    if audience is None:
        return 0
    members = await stores.audiences.members(audience if chosen is None else audience.among(chosen), now)
    data = {"what": "sending", "sending": str(sent.id)}
    new = NewNotice(
        kind.notice, terrain=sent.terrain, data=data, key=sent.key, after=max(now, sent.due_at or now), bundle=kind.notice,
        urgent=urgent,
    )  # fmt: skip
    others = await kind.beside.people(stores, sent) if kind.beside is not None and chosen is None else ()
    apart = replace(new, kind=kind.beside.notice, bundle="") if kind.beside is not None else new
    planned = await stores.notices.plan(*(replace(apart, person=person) for person in others))
    return planned + await plan_members(stores, members, new)


async def plan_members(stores: Stores, members: Sequence[AudienceMember], new: NewNotice) -> int:
    """Plan one thing for companies, through their people or by their address; return how many were not told it before."""
    planned = await plan_for(stores, [one.listeners[0] for one in members if one.listeners], new)
    mailed = [one for one in members if one.mailed]
    unheard = await stores.addressees.unheard(mailed, new.key) if mailed else ()
    return planned + await stores.notices.plan(*(replace(new, addressee=one) for one in unheard))


async def plan_for(stores: Stores, hearing: Sequence[Listener], new: NewNotice) -> int:
    """Plan one thing for companies, once each; return how many were not told it before, through whomever."""
    told = await stores.rounds.told(new.kind, {one.intake for one in hearing})
    fresh = (one for one in hearing if new.key not in told[one.intake])
    return await stores.notices.plan(*(replace(new, person=one.person, about=one.intake) for one in fresh))


async def to_tell(
    step: Step, kinds: Mapping[str, SendingKind], key: object, who: UUID | None
) -> tuple[SendingKind, Sending] | None:
    """Return what a notice brings a company through this person, or an addressee; None when it is not for them any more.

    `who` is the intake of the company, or the addressee.
    """
    stores, now, known = step.stores, step.known.now, key_in(key)
    sent = await stores.sendings.find(known) if known is not None else None
    kind = kinds.get(sent.kind) if sent is not None and sent.state is SendingState.APPROVED else None
    audience = await kind.audience(stores, sent, now) if kind is not None and sent is not None else None
    if kind is None or sent is None or audience is None or who is None:
        return None
    members = await stores.audiences.members(audience.among([who]), now)
    return (kind, sent) if any(is_told(step, member, who) for member in members) else None


def is_told(step: Step, member: AudienceMember, who: UUID) -> bool:
    """Say whether a company is told something through the person of this step, or by the address of who is no person here."""
    through = any(one.person == step.known.person for one in member.listeners)
    return through or (member.mailed and who in member.addressees)


async def session_of(stores: Stores, sent: Sending) -> Session | None:
    """Return the session that something is about; None for none (any more)."""
    return await stores.sessions.find(sent.session) if sent.session is not None else None


def sent_to(
    stores: Stores, count: int, now: datetime.datetime, *, urgent: bool = False, due: datetime.datetime | None = None
) -> str:
    """Return when it goes to how many people: "gaat nu naar 2 mensen"; `due`: not before that moment."""
    opens = now if urgent else stores.notices.next_moment(max(now, due or now))
    at = "nu" if opens <= now else f"op {moment(opens)}"
    return f"gaat {at} naar {plural(count, 'persoon', 'personen')}"


async def delivered(stores: Stores, titles: Mapping[Sending, str]) -> Sequence[str]:
    """Return what became of what was sent, a line for each that anything is known of, under these titles."""
    found = await stores.sendings.deliveries(tuple(titles)) if titles else {}
    return tuple(f"{title}: {delivery_words(found[one.id])}" for one, title in titles.items() if one.id in found)


def delivery_words(became: SendingResult) -> str:
    """Return "8 van 9 ontvangen; 1 niet bereikt."."""
    under_way = became.planned - became.received - became.failed - became.withheld
    parts = [f"{became.received} van {became.planned} ontvangen"]
    parts += [f"{under_way} nog onderweg"] if under_way else []
    parts += [f"{became.failed} niet bereikt"] if became.failed else []
    parts += [f"{became.withheld} niet verstuurd, want niet meer gewenst of nodig"] if became.withheld else []
    return f"{'; '.join(parts)}."


async def offer_by_hand(step: Step, audience: Audience | None, title: str, text: str, *enclosed: Appointment) -> None:
    """Hand the team what it approved, when companies of this audience agreed to mail and nobody else mails them."""
    if step.known.house.mails or audience is None:
        return
    found = await step.stores.audiences.members(audience, step.known.now)
    agreed = [one.name or "een bedrijf zonder naam" for one in found if Purpose.MAIL in one.agreed]
    listed = [one.name for one in found if one.addressees and one.register is not None]
    if not agreed and not listed:
        return
    organisation, paragraphs = step.known.house.organisation, tuple(text.split("\n\n"))
    letter = MailText(
        subject=title, title=title, paragraphs=paragraphs, closing=(f"Afzender: {organisation}.",), appointments=enclosed
    )
    whom = (named("Ja tegen mail zeiden", agreed), named("In de lijst staat een adres dat u mag mailen van", listed))
    lines = (TO_DO, *filter(None, whom), "Dit is de tekst:", *paragraphs)
    step.show(ShowCard(NoticeCard(title=f"Mail zelf: {title}", lines=lines)))
    draft = make_draft(letter, Postmark(sender_name=organisation, key=title, at=step.known.now))
    step.show(OfferPaper(Paper(file_name(f"{title}.eml"), MESSAGE, draft, "De mail, klaar om te versturen.")))


def named(lead: str, names: Sequence[str]) -> str:
    """Return a line that names companies, the first of many; empty for none."""
    more = " en anderen" if len(names) > NAMED else ""
    return f"{lead}: {listing(names[:NAMED])}{more}." if names else ""
