"""Groups on a card: made from those who come, changed by hand, looked at again."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from cards.formats import listing, plural
from cards.views.card import Button, Choice, Fact, FactGroup
from cards.views.intake.field import Field, InputKind
from cards.views.sessions.session_card import SessionCard
from dialogs.sessions.cards import act, carried, name_of, sides, when
from dialogs.sessions.plans import save
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.sessions.grouping.making import lead_groups, make_groups, move, oddities
from domain.sessions.grouping.people import Grouping, Impossible, SeatingWishes
from domain.sessions.plan import SELF_GUIDED, PlanRefused
from domain.sessions.session import Session, earlier_groups
from domain.sessions.visitors import Visitor, guest_id, guest_name, guests, issue_title, seat_key, seats

MANY = 40  # people; above it a card holds no list of them twice
LONGEST_GUEST = 160  # characters of a name with its company
CLOSE = 85.0  # of 100: a name with a typing error
NO_GROUPS = "Bij deze sessie werken mensen niet in groepen."
NOBODY = "Er heeft zich nog niemand aangemeld."
WISHES = (Choice(value="together", title="Moeten bij elkaar"), Choice(value="apart", title="Moeten apart"))


def names_of(visitors: Sequence[Visitor]) -> dict[str, str]:
    """Return everybody who comes by guest id, as the team knows them: "Ans de Boer (Bakkerij De Boer)"."""
    return {
        guest_id(one, place): f"{guest_name(one, place)} ({one.company})" if one.company else guest_name(one, place)
        for one, place in seats(visitors)
    }


async def groups_card(step: Step, session: Session, message: str = "", *, said: str = "") -> SessionCard:
    """Return the groups with a line why for everybody, and a box to change them."""
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    names = names_of(visitors)
    grouping = there(session.grouping, names)
    missing = [name for key, name in names.items() if not any(key in group.members for group in grouping.groups)]
    known = guests(visitors)
    odd = oddities(grouping, known, session.wishes) if grouping.groups else ()
    few = is_short_handed(session, grouping)
    unplaced = f"Nog niet ingedeeld: {listing(missing[:8])}." if missing and grouping.groups else ""
    empty = NO_GROUPS if not session.plan.has_groups else NOBODY if not names else ""
    return SessionCard(
        title=f"Groepen: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(when(session.plan), plural(len(names), "persoon komt.", "personen komen."), *led_by(session, grouping)),
        said=tuple(line for line in (said, empty) if line),
        alarms=tuple(line for line in (message, unplaced, few, *odd) if line),
        groups=compact_facts(grouping, names) if len(names) > MANY else every_group(grouping, names),
        side=carried(session, "groups"),
        box_title="Wilt u iets veranderen?" if grouping.groups else "",
        fields=box_fields(grouping, names) if grouping.groups else (),
        box_buttons=box_buttons(session, ready=session.plan.has_groups and bool(names)),
        buttons=sides(session, "plan", "visitors", "papers"),
    )


def box_buttons(session: Session, *, ready: bool) -> tuple[Button, ...]:
    make = "Maak opnieuw" if session.grouping.groups else "Maak groepen"
    change = (act(session, "Verplaats", "move"), act(session, "Bewaar de wens", "wish")) if session.grouping.groups else ()
    return (act(session, make, "make", primary=True), *change) if ready else ()


def there(grouping: Grouping, known: Collection[str]) -> Grouping:
    """Return the groups with only those who still come."""
    kept = tuple(replace(group, members=tuple(one for one in group.members if one in known)) for group in grouping.groups)
    return Grouping(kept, grouping.why)


def led_by(session: Session, grouping: Grouping) -> tuple[str, ...]:
    """Say who leads the groups."""
    if not grouping.groups:
        return ()
    if len(session.plan.facilitators) >= len(grouping.groups):
        leads = lead_groups(grouping, session.plan.facilitators)
        return ("Begeleiding: " + ", ".join(f"{label} {names[0]}" for label, names in leads.items()) + ".",)
    names = session.plan.facilitators
    walk = f" {listing(names)} {'lopen' if len(names) > 1 else 'loopt'} rond." if names else ""
    return (f"De groepen werken met het stappenplan.{walk}",)


def is_short_handed(session: Session, grouping: Grouping) -> str:
    """Say that also groups that lead themselves need some facilitators around."""
    few = len(session.plan.facilitators) < min(SELF_GUIDED, len(grouping.groups))
    return f"Er zijn minstens {SELF_GUIDED} facilitators nodig, ook met het stappenplan." if grouping.groups and few else ""


def every_group(grouping: Grouping, names: Mapping[str, str]) -> tuple[FactGroup, ...]:
    """Return each group as its people with a line why."""
    order = list(names)
    return tuple(
        FactGroup(
            title=f"Groep {group.label}: {issue_title(group.issue) or 'gemengd'}",
            facts=tuple(
                Fact(label=names[one], value=grouping.why.get(one, "-")) for one in sorted(group.members, key=order.index)
            ),
        )
        for group in grouping.groups
    )


def compact_facts(grouping: Grouping, names: Mapping[str, str]) -> tuple[FactGroup, ...]:
    """Return all groups with their names on one line each: a card has no room for more; the paper has it all."""
    facts = tuple(
        Fact(
            label=f"{group.label}, {issue_title(group.issue).lower() or 'gemengd'}",
            value=", ".join(names[one].partition(" (")[0] for one in group.members) or "-",
        )
        for group in grouping.groups
    )
    return (FactGroup(title="Groepen (waarom staat op papier)", facts=facts),)


def box_fields(grouping: Grouping, names: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields to move somebody, or to say who belongs together or apart."""
    people = tuple(Choice(value=key, title=name[:60]) for key, name in names.items()) if len(names) <= MANY else ()
    who = InputKind.CHOICE if people else InputKind.TEXT
    labels = tuple(Choice(value=group.label, title=f"Groep {group.label}") for group in grouping.groups)
    return (
        Field(name="guest", label="Wie?", kind=who, options=people),
        Field(name="group", label="Naar welke groep?", kind=InputKind.CHOICE, options=labels),
        Field(name="other", label="Of met wie?", kind=who, options=people),
        Field(name="wish", label="Wat is de wens?", kind=InputKind.CHOICE, options=WISHES),
    )


def guest_named(text: str, names: Mapping[str, str]) -> str:
    """Return the guest that a key or a typed name means; an empty text when it is nobody, or not clear who."""
    if text in names or not text.strip():
        return text if text in names else ""
    typed = text[:LONGEST_GUEST].casefold()
    found = process.extract(typed, {key: name.casefold() for key, name in names.items()}, scorer=fuzz.WRatio, limit=2)
    best = [(score, key) for _, score, key in found if score >= CLOSE]
    return best[0][1] if len(best) == 1 or (len(best) == 2 and best[0][0] > best[1][0]) else ""


async def divide(step: Step, session: Session) -> None:
    """Make the groups, from those who come now and from the groups of last time."""
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    before, labels = earlier_groups(
        [one for one in await step.stores.sessions.of_terrain(session.plan.terrain) if one.id != session.id], session.plan.start
    )
    people = guests(visitors, labels)
    if not people or not session.plan.has_groups:
        step.show(ReplaceCard(await groups_card(step, session)))
        return
    try:
        grouping = await asyncio.to_thread(make_groups, people, session.plan.kind.group, session.wishes, before)
    except Impossible as impossible:
        step.show(ReplaceCard(await groups_card(step, session, impossible.sentence)))
        return
    keys = tuple((guest_id(one, place), seat_key(one, place)) for one, place in seats(visitors))
    await keep(step, replace(session, grouping=grouping, keys=keys))


async def move_guest(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Put somebody in another group by hand."""
    names = names_of(await step.stores.sessions.visitors(session, step.known.now))
    try:
        grouping = move(session.grouping, guest_named(inputs.get("guest", ""), names), inputs.get("group", ""))
    except PlanRefused as refused:
        step.show(ReplaceCard(await groups_card(step, session, refused.sentence)))
        return
    await keep(step, replace(session, grouping=grouping))


async def keep_wish(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Note that two people belong together, or apart; "maak opnieuw" takes it into account."""
    names = names_of(await step.stores.sessions.visitors(session, step.known.now))
    one, two = (guest_named(inputs.get(field, ""), names) for field in ("guest", "other"))
    wish = inputs.get("wish", "")
    if not one or not two or one == two or wish not in ("together", "apart"):
        step.show(ReplaceCard(await groups_card(step, session, "Kies twee mensen en een wens.")))
        return
    pair = (min(one, two), max(one, two))
    together = tuple(other for other in session.wishes.together if other != pair)
    apart = tuple(other for other in session.wishes.apart if other != pair)
    wishes = SeatingWishes((*together, pair), apart) if wish == "together" else SeatingWishes(together, (*apart, pair))
    await keep(step, replace(session, wishes=wishes), "De wens is bewaard. Maak de groepen opnieuw.")


async def keep(step: Step, session: Session, said: str = "") -> None:
    """Keep a change and show the groups in place."""
    if (kept := await save(step, session)) is not None:
        step.show(ReplaceCard(await groups_card(step, kept, said=said)))
