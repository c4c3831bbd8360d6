"""Everything that is kept of a person and the company, shown to that person."""

from cards.formats import moment
from cards.values import fact
from cards.verbs import Verb
from cards.views.card import Button, Fact, FactGroup
from cards.views.overview import Overview
from dialogs.consent.consents import STATES, lapsed_words
from dialogs.door.devices import ALL as DEVICES
from dialogs.door.devices import devices_group
from dialogs.own_data.words import counts_group, kind_group, with_terrain_names
from dialogs.questions.answered import answered_groups
from dialogs.turn.refusals import NOTHING_KEPT
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import KEEP_YEARS, TEXTS
from domain.consent.own_data import OwnKind
from domain.door.sessions import TENANT
from domain.inbox.requests import Request, RequestKind
from domain.intake.questionnaire import QUESTIONS

SOURCES = {"chat": "getypt", "card": "op een kaart", "call": "door de telefoon", "import": "uit een bestand"}
MOST_EARLIER = 30
ALL = Button(title="Alles bekijken", verb=Verb.SAY, data={"text": "mijn gegevens alles"})
DOWNLOAD = Button(title="Download", verb=Verb.SAY, data={"text": "download"})
OTHER = (OwnKind.METER, OwnKind.NOTES, OwnKind.SESSIONS, OwnKind.REGISTER, OwnKind.CODES, OwnKind.PAPERS, OwnKind.ROLES)
MOST = 20  # of each kind, so that the card never grows too large; the newest are shown


async def show_my_data(step: Step) -> None:
    """Show in short what is kept, who else can see it, and how long it stays; the whole of it is a button away."""
    if not step.may_keep() and not step.lapsed:
        step.say(NOTHING_KEPT)
    elif step.known.acting:
        await show_all(step)
    else:
        found, devices = await step.stores.own_data(), await step.stores.door_sessions.all()
        on_devices = (devices_group(devices),) if devices else ()
        groups = (person_group(step), *on_devices, counts_group(found, step.known.now))
        step.show(ShowCard(data_card(step, groups, ALL, DOWNLOAD, *((DEVICES,) if devices else ()))))


async def show_all(step: Step) -> None:
    """Show answers, decisions, questions, and what the team noted: the newest of each kind."""
    if not step.may_keep() and not step.lapsed:
        step.say(NOTHING_KEPT)
        return
    about = () if step.known.acting else (person_group(step),)
    earlier, asked = await earlier_groups(step), await request_groups(step)
    more = () if step.known.acting else await other_groups(step)
    groups = (*about, *answered_groups(step), await decision_group(step), *asked, *more, *earlier)
    step.show(ShowCard(data_card(step, groups, *(() if step.known.acting else (DOWNLOAD,)))))


async def other_groups(step: Step) -> tuple[FactGroup, ...]:
    """Return what others than this person wrote down about the company, and what we sent or keep ready."""
    found = with_terrain_names(await step.stores.own_data(), step.stores.terrains)
    return tuple(group for kind in OTHER for group in kind_group(found, kind, step.known.now))


def who_sees_it(step: Step) -> tuple[str, ...]:
    """Say who sees the answers, and how long they stay: something else once the first consent ended."""
    if step.lapsed:
        return ("Dit bewaren wij van u. Uw toestemming om antwoorden te bewaren is afgelopen.", lapsed_words(step))
    return (
        "Dit bewaren wij van u. Het projectteam ziet uw antwoorden.",
        f"Wij wissen alles {KEEP_YEARS} jaar na uw laatste antwoord.",
    )


def data_card(step: Step, groups: tuple[FactGroup, ...], *more: Button) -> Overview:
    """Return the card, with who sees it and how long it stays."""
    return Overview(
        title="Uw gegevens",
        lines=(
            *who_sees_it(step),
            "Ook bewaren wij het adres van deze chat. Zo kan het team u antwoord geven.",
        ),
        groups=groups,
        buttons=(
            *more,
            Button(title="Toestemming", verb=Verb.SAY, data={"text": "toestemming"}),
            Button(title="Verwijder mijn gegevens", verb=Verb.SAY, data={"text": "verwijder mijn gegevens"}),
        ),
    )


def person_group(step: Step) -> FactGroup:
    """Return who we think this person is."""
    sender, contacts = step.known.sender, step.known.intake.contacts
    without_teams = sender.tenant == TENANT
    in_teams = (
        *(() if sender.through_door else (Fact(label="Uw naam in Teams", value=sender.name or "Onbekend"),)),
        Fact(label="Uw nummer in Teams", value=sender.object_id),
    )
    facts = (
        *((Fact(label="Hoe u meedoet", value="U doet mee zonder Teams."),) if without_teams else in_teams),
        *((Fact(label="Uw naam", value=sender.name),) if without_teams and sender.name else ()),
        Fact(label="Mensen van uw bedrijf met toegang", value=str(contacts)),
    )
    return FactGroup(title="Over u", facts=facts)


async def decision_group(step: Step) -> FactGroup:
    """Return every decision that was recorded, oldest first."""
    events = await step.stores.consent_events()
    facts = tuple(
        Fact(label=TEXTS[e.purpose].title, value=STATES[e.state], remark=f"{moment(e.at)}, tekst {e.text_version}")
        for e in events[-MOST:]
    )
    return FactGroup(title="Wat u over toestemming besloot", facts=facts)


async def earlier_groups(step: Step) -> tuple[FactGroup, ...]:
    """Return the answers that were changed later: they are kept as history."""
    given = await step.stores.given_answers()
    newest = {one.name: one for one in given}
    earlier = [one for one in given if one is not newest[one.name] and one.name in QUESTIONS]
    facts = tuple(
        fact(QUESTIONS[one.name], one.answer).model_copy(update={"remark": f"{moment(one.at)}, {SOURCES.get(one.source, '')}"})
        for one in earlier[-MOST_EARLIER:]
    )
    return (FactGroup(title="Wat u eerder antwoordde", facts=facts),) if facts else ()


def label_of(request: Request) -> str:
    """Return what a request is called on this card."""
    return "Oordeel" if request.kind is RequestKind.FEEDBACK else "Vraag"


async def request_groups(step: Step) -> tuple[FactGroup, ...]:
    """Return what this person asked the team, if anything."""
    requests = await step.stores.requests.mine()
    facts = tuple(Fact(label=f"{label_of(r)} {r.number}", value=r.text[:300], remark=r.answer[:300]) for r in requests[-MOST:])
    return (FactGroup(title="Uw vragen aan het team", facts=facts),) if facts else ()
