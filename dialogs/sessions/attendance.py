"""Who comes: what companies answered, whom the team enters itself, and who was there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from cards.formats import plural
from cards.views.card import Fact, FactGroup
from cards.views.intake.field import Field
from cards.views.sessions.session_card import SessionCard
from dialogs.forms.fields import Offers, card_fields
from dialogs.notices.sending import delivered, named
from dialogs.sessions.cards import act, carried, name_of, sides, when
from dialogs.sessions.invited.partner_words import partner_groups
from dialogs.sessions.invited.waiting import fill_places, tell_place
from dialogs.sessions.plans import save
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.forms.declaration import Fields
from domain.forms.judging import Judged, judge
from domain.intake.acceptance import whole_number
from domain.intake.declaration import Ask, Offered, Rule
from domain.intake.sections.company import CompanyPart
from domain.mail.addresses import MailState, one_address
from domain.sessions.partners import PARTNERS
from domain.sessions.session import Session, earlier_groups
from domain.sessions.visitors import MOST_TOGETHER, Coming, Issue, Mark, Visitor, issue_title, people
from domain.sessions.waiting import place_in_line

SHOWN = 40
STATES = {
    Coming.YES: "Komen",
    Coming.WAITING: "Wachtlijst",
    Coming.MAYBE: "Weten het nog niet",
    Coming.INVITED: "Nog geen antwoord",
    Coming.NO: "Komen niet",
}
PARTS = {one.value: one.label for one in (CompanyPart.PROBLEM_OWNER, CompanyPart.SOLVER, CompanyPart.BOTH)}
PARTIES = {role.value: one.title.capitalize() for role, one in PARTNERS.items()}
GROUP = Ask("Bij welke groep?", why="Alleen voor wie er de vorige keer niet was. De anderen zitten weer in hun eigen groep.")
NOT_WAITING = "Dit bedrijf staat niet op de wachtlijst."
NOT_ONE = "Vul precies één e-mailadres in, zoals ans@deboer.example."
NO_ADDRESS = "Vul ook het e-mailadres in. Of zeg nee bij mailen."
MAIL = {
    MailState.RECEIVED: "mail bezorgd",
    MailState.UNDER_WAY: "mail onderweg",
    MailState.REFUSED: "mail niet bezorgd",
    MailState.WITHHELD: "niet gemaild",
    MailState.STOPPED: "wil geen mail meer",
    MailState.GONE: "geen mailadres meer",
}
NOT_MAILED = {
    MailState.REFUSED: "De mailserver nam geen mail aan voor",
    MailState.WITHHELD: "Niet gemaild, want dat mocht niet meer",
    MailState.STOPPED: "Wil geen mail meer",
    MailState.GONE: "Niet gemaild, want het adres is weg of stond er niet",
}
SENT = {"invitation": "Uitnodiging", "change": "Bericht over een wijziging"}


class EnteredVisitor(Fields):
    """A company without Teams, as the team enters it."""

    company: Annotated[str, Rule(max_length=120), Ask("Welk bedrijf komt er nog?")]
    name: Annotated[str, Rule(max_length=120), Ask("Wie komt er?")]
    people: Annotated[int, Rule(ge=1, le=MOST_TOGETHER), Ask("Met hoeveel mensen?")]
    issue: Annotated[Issue, Ask("Over welk vraagstuk?")]
    part: Annotated[Offered, Ask("Welke rol heeft het bedrijf?")]
    group: Annotated[Offered, GROUP]
    naming: Annotated[bool, Ask("Mag de naam op de dia's en de groepslijst?")]
    email: Annotated[str, Rule(max_length=254), Ask("Wat is het e-mailadres?")]
    mailing: Annotated[bool, Ask("Mogen wij mailen?", why="Alleen met een ja bewaren wij het adres. Stoppen kan in elke mail.")]
    party: Annotated[Offered, Ask("Is dit een partner?", why="Laat dit leeg voor een bedrijf.")]


class MarkedVisitor(Fields):
    """What the team ticks about somebody on the list."""

    visitor: Annotated[Offered, Ask("Wie wilt u aanvinken?")]
    mark: Annotated[Mark, Ask("Wat is er met dit bedrijf?")]


async def visitors_card(step: Step, session: Session, message: str = "", *, said: str = "") -> SessionCard:
    """Return who comes, with a box to add or mark somebody."""
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    partners = await step.stores.partners.of_session(session.id)
    sent = {one: SENT[one.kind] for one in await step.stores.sendings.of_session(session.id) if one.kind in SENT}
    became = await step.stores.addressees.became(session.id)
    hidden, shown = max(0, len(visitors) - SHOWN), visitors[:SHOWN]
    groups = tuple(
        FactGroup(
            title=title,
            facts=tuple(
                fact_of(one, place_in_line(visitors, one.number), became.get(one.number)) for one in shown if one.coming is state
            ),
        )
        for state, title in STATES.items()
        if any(one.coming is state for one in shown)
    )
    return SessionCard(
        title=f"Wie komt er: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(
            when(session.plan),
            f"{plural(people(visitors), 'aanmelding', 'aanmeldingen')} van {session.plan.people}.",
            *((f"Nog {hidden} bedrijven staan niet op deze kaart.",) if hidden else ()),
            *await delivered(step.stores, sent),
            *mail_lines(visitors, became),
        ),
        said=(said,) if said else (),
        alarms=(message,) if message else (),
        groups=(*groups, *partner_groups(partners)),
        side=carried(session, "visitors"),
        box_title="Iemand toevoegen of aanvinken",
        fields=box_fields((*shown, *partners), await earlier_offers(step, session)),
        box_buttons=(
            act(session, "Voeg toe", "enter", primary=True),
            *((act(session, "Vink aan", "mark"),) if visitors or partners else ()),
        ),
        buttons=sides(session, "plan", "draft", "groups", "after"),
    )


def mail_lines(visitors: Sequence[Visitor], became: Mapping[int, MailState]) -> Sequence[str]:
    """Return who did not get a mail that was for them, and why: a line for each reason."""
    found = {why: [one.company or one.name for one in visitors if became.get(one.number) is why] for why in NOT_MAILED}
    return tuple(named(words, found[why]) for why, words in NOT_MAILED.items() if found[why])


def fact_of(visitor: Visitor, waiting: int, became: MailState | None) -> Fact:
    """Return a company on the list; `waiting` is its place among those who wait, 0 for who does not."""
    there = {True: "was er", False: "was er niet", None: ""}[visitor.attended]
    number = plural(visitor.people, "persoon", "personen") if visitor.coming in (Coming.YES, Coming.WAITING) else ""
    line = f"nummer {waiting}" if waiting else ""
    group = f"groep {visitor.group}" if visitor.group else ""
    unnamed = "niet bij naam op papier" if visitor.coming is Coming.YES and not visitor.may_name else ""
    mail = MAIL[became] if became is not None else "krijgt mail" if visitor.email else ""
    words = ", ".join(part for part in (line, visitor.name, number, issue_title(visitor.issue), group) if part)
    return Fact(label=visitor.company or "Bedrijf", value=words or "-", remark=", ".join(filter(None, (there, unnamed, mail))))


async def earlier_offers(step: Step, session: Session) -> Offers:
    """Return the groups of last time, from which who is new chooses one; none when there were no groups."""
    others = [one for one in await step.stores.sessions.of_terrain(session.plan.terrain) if one.id != session.id]
    groups = earlier_groups(others, session.plan.start)[0] if session.plan.has_groups else ()
    return {"group": {group.label: f"Groep {group.label}: {issue_title(group.issue) or 'gemengd'}" for group in groups}}


def box_fields(visitors: Sequence[Visitor], groups: Offers) -> tuple[Field, ...]:
    """Return the fields to add a company without Teams, and to mark one that is on the list."""
    listed = {str(one.number): one.company or one.name or f"Nummer {one.number}" for one in visitors}
    mark = card_fields(MarkedVisitor, {}, offers={"visitor": listed}) if listed else ()
    return (*card_fields(EnteredVisitor, {}, offers={"part": PARTS, "party": PARTIES, **groups}), *mark)


async def enter_visitor(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Add a company that the team spoke to itself, or a partner who is not here in Teams."""
    judged = judge(EnteredVisitor, inputs, step.today, {"part": PARTS, "party": PARTIES, **await earlier_offers(step, session)})
    party = judged.text("party")
    company = judged.text("company") or (judged.text("name") if party else "")
    if not company:
        step.show(ReplaceCard(await visitors_card(step, session, "Vul eerst de naam van het bedrijf in.")))
        return
    email, refused = mail_address(judged)
    if refused:
        step.show(ReplaceCard(await visitors_card(step, session, refused)))
        return
    known = await told_of_plan(step, session) if email else session
    if known is None:
        return
    given = Visitor(
        0, company, judged.text("name"), judged.number("people", 1), judged.text("issue"),
        CompanyPart(judged.text("part") or CompanyPart.UNKNOWN), Coming.YES,
        may_name=judged.data.get("naming") is True, group=judged.text("group"), party=party, email=email,
    )  # fmt: skip
    fresh = await step.stores.sessions.enter(known.id, given)
    said = "" if fresh else f"{company} stond er al bij. Het staat er nu zoals u het invulde."
    step.show(ReplaceCard(await visitors_card(step, known, said=said)))


async def told_of_plan(step: Step, session: Session) -> Session | None:
    """Return the session, of which somebody who can be mailed knows from now on when and where it is; None as `save` does."""
    return session if session.told is not None else await save(step, replace(session, told=session.now_told))


def mail_address(judged: Judged) -> tuple[str, str]:
    """Return the address that may be mailed, and what is wrong with what was filled in; without a yes no address is kept."""
    typed, may = judged.text("email").strip(), judged.data.get("mailing") is True
    address = one_address(typed)
    if may and not address:
        return "", NOT_ONE if typed else NO_ADDRESS
    return (address if may else ""), ""


async def mark_visitor(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Note who comes after all, or who was there."""
    number, mark = whole_number(inputs.get("visitor", "")), inputs.get("mark", "")
    if not number or mark not in list(Mark):
        step.show(ReplaceCard(await visitors_card(step, session, "Kies eerst een bedrijf en wat u wilt aanvinken.")))
        return
    chosen = Mark(mark)
    listed = (*await step.stores.sessions.visitors(session, step.known.now), *await step.stores.partners.of_session(session.id))
    there = {one.number: one for one in listed}
    if chosen is Mark.MAY_BE_NAMED and number in there and there[number].intake is not None:
        step.show(ReplaceCard(await visitors_card(step, session, "Dit bedrijf kiest dat zelf, met 'toestemming'.")))
        return
    known = there.get(number)
    if chosen is Mark.FIRST:
        first = await step.stores.places.put_first(session.id, number)
        said = f"{known.company or 'Dit bedrijf'} staat nu vooraan." if first and known is not None else ""
        await fill_places(step.stores, session, step.known.now)
        step.show(ReplaceCard(await visitors_card(step, session, "" if first else NOT_WAITING, said=said)))
        return
    await step.stores.sessions.mark(session.id, number, chosen)
    if chosen is Mark.COMES and known is not None and known.coming is Coming.WAITING:
        await tell_place(step.stores, session, known, step.known.now)
    await fill_places(step.stores, session, step.known.now)
    step.show(ReplaceCard(await visitors_card(step, session)))
