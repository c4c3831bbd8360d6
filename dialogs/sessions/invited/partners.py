"""Inviting partners as themselves: the team sees who is one for this terrain, what they will read, and what they answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from cards.formats import listing
from cards.views.forms.form_card import FormCard
from dialogs.forms.fields import Offers, card_fields
from dialogs.notices.sending import sent_to
from dialogs.sessions.cards import act, name_of, sides, when
from dialogs.sessions.invited.facts import told_moment
from dialogs.sessions.invited.partner_words import asked_of, called, state_of
from dialogs.sessions.invited.telling import PartnerWord, notice_for
from dialogs.sessions.plans import save
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.access.roles import Role, Somebody
from domain.forms.declaration import Fields
from domain.forms.judging import judge
from domain.intake.acceptance import keys_in
from domain.intake.declaration import Ask, Offered, Rule
from domain.sessions.partners import PARTNERS, partners_at
from domain.sessions.session import Session

LISTED = 20
NOBODY = "Niemand heeft hier een rol. Een beheerder geeft die, bijvoorbeeld met: rol Hanna netbeheerder {terrain}."
UNKNOWN = "Die persoon heeft hier geen rol, of praatte nog nooit met Laadmaat. Zet wie alleen mailt bij 'Wie komt er'."
UNMET = "Nog nooit met Laadmaat gepraat: {who}. Vraag hen om hier 'hallo' te typen."
NOT_NOW = "Deze sessie is geweest, gaat niet door, of is veranderd. Stuur dan eerst bericht. Er gaat nu niets uit."
CHOOSE = "Kies eerst wie u uitnodigt. Er is nog niets verstuurd."

Candidates = Sequence[tuple[Somebody, Role]]


class InvitedPartners(Fields):
    """Whom the team invites as themselves."""

    people: Annotated[list[Offered], Ask("Wie nodigt u uit?")]
    name: Annotated[str, Rule(max_length=120), Ask("Staat iemand er niet bij? Typ de naam.")]


async def candidates(step: Step, session: Session) -> Candidates:
    """Return who is a partner for the terrain of a session, and as what: by a role that an administrator gave."""
    terrain = step.stores.terrains.named(session.plan.terrain)
    return partners_at(await step.stores.roles.holders(), terrain) if terrain is not None else ()


async def partners_card(step: Step, session: Session, message: str = "", *, said: str = "") -> FormCard:
    """Return the partners of a session, who of them can still be invited, and what they will read."""
    there = await step.stores.partners.of_session(session.id)
    invited = {one.person for one in there}
    able, others = list[tuple[Somebody, Role]](), list[str]()
    for one, role in await candidates(step, session):
        if one.person is None:
            others.append(f"{one.label} ({PARTNERS[role].title})")
        elif one.person not in invited:
            able.append((one, role))
    offers: Offers = {"people": {str(one.person): f"{one.label}, {PARTNERS[role].title}" for one, role in able[:LISTED]}}
    nobody = not there and not able and not others
    return FormCard(
        title=f"Partners: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(
            f"{when(session.plan)}.",
            *(f"{called(one)}: {state_of(one)}." for one in there),
            *((UNMET.format(who=listing(others[:LISTED])),) if others else ()),
            *((NOBODY.format(terrain=name_of(step, session.plan.terrain)),) if nobody else ()),
            *(preview(step, session, able[0][1]) if able else ()),
        ),
        message=message,
        said=said,
        fields=card_fields(InvitedPartners, {}, offers=offers)[0 if able else 1 :],
        buttons=(act(session, "Nodig uit", "partners", primary=True), *sides(session, "draft", "visitors", "plan")),
    )


def preview(step: Step, session: Session, role: Role) -> tuple[str, ...]:
    """Return what one of them will read, before anything is sent."""
    plan, organisation = session.plan, step.known.house.organisation
    words = asked_of(plan, role, name_of(step, plan.terrain), told_moment(plan), organisation)
    return (f"Dit leest de {PARTNERS[role].title}:", *words)


async def invite_partners(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Invite who was chosen or named, once each, as far as they are a partner here and can be told."""
    able = {one.person: (one, role) for one, role in await candidates(step, session) if one.person is not None}
    typed = judge(InvitedPartners, {"name": inputs.get("name", "")}, step.today).text("name").casefold()
    wanted = set(keys_in(inputs.get("people", "")))
    named = {person for person, (one, _) in able.items() if typed and typed in one.name.casefold()}
    if typed and len(named) != 1:
        step.show(ReplaceCard(await partners_card(step, session, UNKNOWN)))
        return
    chosen = [able[person] for person in able if person in wanted | named]
    if not chosen or not session.is_open or session.news:
        step.show(ReplaceCard(await partners_card(step, session, CHOOSE if not chosen else NOT_NOW)))
        return
    kept = await save(step, replace(session, told=session.told or session.now_told))
    if kept is None:
        return
    fresh = [one.person for one, role in chosen if one.person is not None
             and await step.stores.partners.invite(session.id, one.person, role, one.label)]  # fmt: skip
    await step.stores.notices.plan(*(notice_for(kept, person, PartnerWord.INVITED) for person in fresh))
    said = f"De uitnodiging {sent_to(step.stores, len(fresh), step.known.now)}." if fresh else "Wie u koos, was al uitgenodigd."
    step.show(ReplaceCard(await partners_card(step, kept, said=said)))
