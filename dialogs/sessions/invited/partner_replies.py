"""The invitation of a partner, as themselves: I come, I come and tell about something, or I do not come."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step, roles_of, step_of
from dialogs.sessions.calendar import appointment_of, offer_appointment
from dialogs.sessions.cards import name_of, side, where_and_when
from dialogs.sessions.invited.facts import told_moment
from dialogs.sessions.invited.partner_words import asked_of, called, state_of
from dialogs.sessions.invited.telling import KIND, PartnerWord, tell_answer
from dialogs.turn.replies import Enclose, ReplaceCard, Reply, ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Role, Roles
from domain.intake.acceptance import key_in
from domain.notices.notice import Notice
from domain.sessions.partners import PARTNERS, block_for, rule_of
from domain.sessions.session import Session
from domain.sessions.visitors import Coming, Visitor

OVER = "Deze sessie is al geweest, of gaat niet door."
NOT_YOURS = "Deze uitnodiging is niet voor u. Vraag het projectteam om een nieuwe."
MOVED = "Deze sessie is verplaatst. Kijk naar de dag en kies opnieuw."
CHOOSE = "Gaat dit over deze uitnodiging? Kies dan hieronder."
SAID = {
    Coming.YES: "Fijn dat u komt. Het projectteam ziet dit.",
    Coming.NO: "Jammer. Het projectteam ziet dit. U kunt nog van gedachten veranderen.",
}
IN_WORDS = "U kunt ook typen: 'ik kom', 'ik kom en vertel iets' of 'ik kom niet'."


def partner_card(
    step: Step, session: Session, partner: Visitor, role: Role, *, lines: Sequence[str] = (), said: str = ""
) -> NoticeCard:
    """Return the invitation of a partner, with what they answered before. `lines` stand for when and where, `said` is what was
    just noted.
    """
    block, topic = block_for(session.plan, role), PARTNERS[role].topic
    answered = (f"U antwoordde: {state_of(partner).partition(', ')[2]}.",) if partner.coming is not Coming.INVITED else ()
    agenda = Button(title="Zet in mijn agenda", verb=Verb.SESSION_DO, data={"do": "agenda", "session": str(session.id)})
    tells = (answer(session, f"Ik kom en vertel over {topic}", "yes", block.key),) if block is not None else ()
    return NoticeCard(
        title=f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}",
        lines=(*filter(None, (said,)), *(lines or where_and_when(session)), *answered),
        buttons=(
            *(one.model_copy(update={"primary": True}) for one in tells),
            answer(session, "Ik kom", "yes"),
            answer(session, "Ik kom niet", "no"),
            *((agenda,) if partner.coming is Coming.YES else ()),
        ),
    )


def answer(session: Session, title: str, coming: str, tells: str = "") -> Button:
    """Return a button with an answer; `at` is the moment to which it holds."""
    data = {"do": "partner", "session": str(session.id), "coming": coming, "at": session.plan.start.isoformat()}
    return Button(title=title, verb=Verb.SESSION_DO, data={**data, "tells": tells})


def role_in(step: Step, session: Session, partner: Visitor, roles: Roles) -> Role | None:
    """Return as which partner somebody still is invited; None when their role on this terrain was taken back."""
    terrain = step.stores.terrains.named(session.plan.terrain)
    role = Role(partner.party)
    return role if terrain is not None and role in PARTNERS and role in roles.at(terrain) else None


async def own_invitation(step: Step, session: Session) -> tuple[Visitor, Role] | None:
    """Return one's own invitation as a partner; None when there is none (any more)."""
    there = await step.stores.partners.of_session(session.id)
    mine = next((one for one in there if one.person == step.known.person), None)
    role = role_in(step, session, mine, step.known.roles) if mine is not None else None
    return (mine, role) if mine is not None and role is not None else None


async def take_partner(step: Step, session: Session, data: Mapping[str, str]) -> None:
    """Keep what a partner answers with a tap; a yes to another day than the session has now shows that day first."""
    found = await own_invitation(step, session)
    if found is None:
        step.say(NOT_YOURS)
    elif not session.is_open or session.plan.start <= step.known.now:
        step.show(ReplaceCard(NoticeCard(lines=(OVER,))))
    elif data.get("at") != session.plan.start.isoformat():
        step.show(ReplaceCard(partner_card(step, session, *found, said=MOVED)))
    else:
        coming = Coming.YES if data.get("coming") == Coming.YES else Coming.NO
        block = block_for(session.plan, found[1])
        tells = block.key if block is not None and data.get("tells") == block.key else ""
        kept = await keep_partner(step, session, found[0], coming, tells)
        step.show(ReplaceCard(partner_card(step, session, kept, found[1], said=SAID[coming])))


async def keep_partner(step: Step, session: Session, before: Visitor, coming: Coming, tells: str) -> Visitor:
    """Keep an answer, tell whoever leads the terrain what is new, and return the partner as they are on the list."""
    told = tells if coming is Coming.YES else ""
    kept = replace(before, coming=coming, tells=told)
    await step.stores.partners.answer(session.id, step.known.person, coming, told)
    if kept != before:
        await tell_answer(step.stores, session, kept, step.known.now.isoformat())
    if coming is Coming.NO:
        await untick(step, session, kept)
    return kept


async def untick(step: Step, session: Session, partner: Visitor) -> None:
    """Take back what the team ticked itself, now that this partner does not come; an answer alone was never stored there."""
    rule = rule_of(partner)
    newest = await step.stores.sessions.find(session.id)
    if newest is not None and rule is not None and rule.item in newest.ticked:
        left = tuple(key for key in newest.ticked if key != rule.item)
        await step.stores.sessions.save(replace(newest, ticked=left), step.known.now)


async def offer_own_appointment(step: Step, session: Session) -> bool:
    """Offer the appointment to a partner who was invited; False for anybody else."""
    found = await own_invitation(step, session)
    if found is not None:
        offer_appointment(step, session)
    return found is not None


async def tell_partner(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a partner about a session as it is now, as far as it is still for them; or the team what a partner answered."""
    told = [await told_of(telling, one) for one in notices]
    return tuple(reply for one in told for reply in one)


async def told_of(telling: Telling, one: Notice) -> Sequence[Reply]:
    key = key_in(one.data.get("session"))
    session = await telling.stores.sessions.find(key) if key is not None else None
    if session is None or telling.person is None or session.plan.start <= telling.now:
        return ()
    if one.data.get("what") == PartnerWord.ANSWERED:
        return await answer_told(telling, session, one.key)
    step = step_of(telling, await roles_of(telling.stores, telling.house, telling.person))
    found = await own_invitation(step, session)
    changed = one.data.get("what") == PartnerWord.CHANGED
    if found is None or (session.cancelled and not changed):
        return ()
    enclosed = Enclose(appointment_of(step.stores.terrains, telling.house.organisation, session))
    terrain, plan = name_of(step, session.plan.terrain), session.plan
    if session.cancelled:
        words = NoticeCard(title=f"{plan.kind.title} {terrain}", lines=("Deze sessie gaat niet door.", *where_and_when(session)))
        return (ShowCard(words), enclosed)
    asked = asked_of(plan, found[1], terrain, told_moment(plan), telling.house.organisation)
    moved = (f"Deze sessie is nu op {told_moment(plan)}. Kunt u dan ook?", *where_and_when(session))
    lines = moved if changed else (*asked, IN_WORDS)
    return (ShowCard(partner_card(step, session, *found, lines=lines)), enclosed)


async def answer_told(telling: Telling, session: Session, key: str) -> Sequence[Reply]:
    """Return what a partner answered, for somebody of the team; as it is now, whatever it was then."""
    step = await official_step(telling)
    partners = await telling.stores.partners.of_session(session.id)
    partner = next((one for one in partners if f":{one.number}:" in key), None)
    if step is None or partner is None:
        return ()
    title = f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}"
    line = f"{called(partner)}: {state_of(partner)}."
    return (ShowCard(NoticeCard(title=title, lines=(line,), buttons=(side(session, "Bekijk het plan", "plan"),))),)


TOLD_PARTNER = NoticeKind(KIND, "bericht aan een partner over een sessie", tell_partner, mailed=True)
