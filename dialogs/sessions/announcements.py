"""Telling whoever was invited that a session moved or is off: the team sees text and list first, as with the invitation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from cards.formats import clock, day, day_of, listing, plural
from cards.views.card import Card
from cards.views.forms.form_card import FormCard
from dialogs.forms.fields import card_fields
from dialogs.notices.guard import Look, guard_part, seen_of, text_facts
from dialogs.sessions.cards import act, name_of, plan_card, sides, when
from dialogs.sessions.invitations import LONGEST, guarding, typed_text
from dialogs.sessions.invited.partner_words import called
from dialogs.sessions.invited.telling import tell_partners
from dialogs.sessions.plans import save
from dialogs.sessions.sent import CHANGE, send_about
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.companies.audiences import listed
from domain.forms.declaration import Fields
from domain.intake.acceptance import keys_in
from domain.intake.declaration import Ask, Offered, Rule
from domain.sessions.session import Session, Told, UntoldChanges
from domain.sessions.visitors import Coming, Visitor

NOTHING_NEW = "Er is niets nieuws te vertellen."
NOTHING_SENT = "Er is nog niets verstuurd. Er moet een tekst en een bedrijf zijn."
MOST = 60  # companies on one card


class Announcement(Fields):
    """What the team looks at before it is told that a session moved or is off."""

    text: Annotated[str, Rule(max_length=LONGEST), Ask("De tekst")]
    companies: Annotated[list[Offered], Ask("Wie krijgt dit bericht?")]


async def audience_of(step: Step, session: Session) -> tuple[Sequence[Visitor], Sequence[Visitor]]:
    """Return who can be told here, and who only by telephone; whoever said no needs no word that it is off."""
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    agreed = {one.key for one in await step.stores.audiences.members(listed(session), step.known.now) if one.heard}
    wanted = [one for one in visitors if one.coming is not Coming.NO or session.news is not UntoldChanges.CANCELLED]
    here = [one for one in wanted if one.key in agreed][:MOST]
    return here, [one for one in wanted if one not in here and one.coming is not Coming.NO]


def first_words(terrain: str, session: Session, told: Told, organisation: str) -> str:
    """Return a first text: what changed, and what we ask."""
    title, start = session.plan.kind.title.lower(), session.plan.start.astimezone(HERE)
    was, now = day_of(told.start), f"{day(start.date())} om {clock(start.time())}"
    place = (f"Wij zitten nu hier: {session.plan.place}.",) if told.place != session.plan.place and session.plan.place else ()
    moved = told.start != session.plan.start
    words = {
        UntoldChanges.CANCELLED: (
            f"De {title} op {terrain} van {was} gaat niet door.",
            "Het spijt ons als u hier al op rekende.",
        ),
        UntoldChanges.ON_AGAIN: (f"De {title} op {terrain} gaat toch door, op {now}.", *place, "Komt u ook?"),
        UntoldChanges.MOVED: (
            *((f"De {title} op {terrain} van {was} is verplaatst.", f"De nieuwe dag is {now}.") if moved else ()),
            *((f"De {title} op {terrain} is op een andere plaats.",) if not moved else ()),
            *place,
            "Kunt u dan ook? Laat het ons weten.",
        ),
    }[session.news or UntoldChanges.MOVED]
    return "\n\n".join((" ".join(words), f"Dit bericht komt van {organisation}."))


async def news_card(step: Step, session: Session, message: str = "", look: Look | None = None) -> Card:
    """Return text and list for the team to look at, before anything is sent."""
    if session.news is None or session.told is None:
        return await plan_card(step, session, said=message or NOTHING_NEW)
    terrain, (here, by_phone) = name_of(step, session.plan.terrain), await audience_of(step, session)
    state = {
        Coming.NO: " (zei nee)",
        Coming.MAYBE: " (weet het nog niet)",
        Coming.INVITED: " (nog geen antwoord)",
        Coming.YES: " (komt)",
    }
    options = {str(one.key): f"{one.company or 'Bedrijf'}{state[one.coming]}" for one in here}
    offered = first_words(terrain, session, session.told, step.known.house.organisation)
    look = look if look is not None and look.text else Look(offered)
    chosen = [str(one.key) for one in here if one.coming is not Coming.NO] if look.chosen is None else list(look.chosen)
    facts = await text_facts(step, session.plan.terrain, session) if look.text != offered else None
    phone = [one.company or "een bedrijf zonder naam" for one in by_phone]
    partners = [called(one) for one in await step.stores.partners.of_session(session.id) if one.person is not None]
    return FormCard(
        title="Bericht aan wie is uitgenodigd",
        lines=(
            f"{session.plan.kind.title} {terrain}. {when(session.plan)}.",
            *((f"Partners horen het met een eigen bericht: {listing(partners[:20])}.",) if partners else ()),
            *((f"Bel zelf met: {listing(phone[:20])}.",) if phone else ()),
            *((f"Nog {len(phone) - 20} bedrijven staan bij Wie komt er.",) if len(phone) > 20 else ()),
        ),
        message=message,
        fields=card_fields(Announcement, {"text": look.text, "companies": chosen}, offers={"companies": options}),
        guard=guard_part(look, facts, guarding(session, "tell")) if facts is not None else None,
        buttons=(
            *(
                (act(session, "Goedkeuren en versturen", "tell", primary=True, more={"seen": seen_of(look.text)}),)
                if options or partners
                else ()
            ),
            act(session, "Niet nodig", "hush"),
            *sides(session, "setup", "plan"),
        ),
    )


async def send_news(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Send the approved text to the companies that were chosen, as far as they still agree to be approached."""
    text, chosen = typed_text(inputs), keys_in(inputs.get("companies", ""))
    there = [one for one in (await audience_of(step, session))[0] if one.key in chosen]
    partners = [one for one in await step.stores.partners.of_session(session.id) if one.person is not None]
    if session.news is None or not text or not (there or partners):
        step.show(ReplaceCard(await news_card(step, session, NOTHING_SENT if session.news else NOTHING_NEW, Look(text))))
        return
    kept = await save(step, replace(session, told=session.now_told))
    if kept is None:
        return
    said = await send_about(step, CHANGE, session, text, [one.key for one in there if one.key is not None])
    told = await tell_partners(step.stores, kept)
    beside = f" {plural(told, 'partner hoort', 'partners horen')} het ook." if told else ""
    step.show(ReplaceCard(await plan_card(step, kept, said=f"Het bericht {said}{beside}")))


async def keep_silent(step: Step, session: Session, _: Mapping[str, str]) -> None:
    """Note that nobody needs to be told here, because the team does it in another way."""
    if (kept := await save(step, replace(session, told=session.now_told))) is not None:
        step.show(ReplaceCard(await plan_card(step, kept, said="Goed, er gaat geen bericht uit.")))
