"""`rol` and `rol weg`: an administrator says who is what, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from cards.formats import listing
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.access.candidates import UNKNOWN, ask_who, point_first
from dialogs.access.people import mentions_of, object_id_in, people_alike, pointed_at
from dialogs.access.places import grant_words, place_meant, typed_place
from dialogs.lookup.spelling import plain
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, Say, ShowCard
from dialogs.turn.step import Step, Tell, quoted
from domain.access.roles import POINTED_AT, ROLES, Grant, Reach, Role, Somebody, role_named
from domain.intake.acceptance import clean_text

LONGEST = 200
HOW = "Typ wie, welke rol en waar. Bijvoorbeeld: rol Yara Peters gemeente Zwolle."
HOW_AWAY = "Typ wie en welke rol. Bijvoorbeeld: rol weg Yara Peters gemeente Zwolle."
GUEST = "Let op: dit is een gast."


@dataclass(frozen=True, slots=True)
class RoleWish:
    """What was typed: words for a person, then the role, then words for a place."""

    who: str
    role: Role | None
    where: str = ""


def read_wish(text: str, mentioned: Sequence[str] = ()) -> RoleWish:
    """Cut "Yara Peters gemeente Zwolle" in three: at a mention, or at the first word that is a role."""
    words = text.split()
    for name in mentioned:
        words_of_name = len(name.split())
        if words_of_name and words[:words_of_name] == name.split():
            role, used = role_at(words, words_of_name)
            return RoleWish(name, role, " ".join(words[words_of_name + used :]))
    for start in range(1, len(words)):
        role, used = role_at(words, start)
        if role is not None:
            return RoleWish(" ".join(words[:start]), role, " ".join(words[start + used :]))
    return RoleWish(text, None)


def role_at(words: Sequence[str], start: int) -> tuple[Role | None, int]:
    """Return the role that is at this word, and how many words it takes."""
    for used in (2, 1):
        role = role_named(" ".join(words[start : start + used])) if start + used <= len(words) else None
        if role is not None:
            return role, used
    return None, 0


async def give(step: Step, text: str) -> None:
    await change(step, text, take=False)


async def take(step: Step, text: str) -> None:
    """Take a role back."""
    await change(step, text, take=True)


async def change(step: Step, text: str, *, take: bool) -> None:
    """Give or take a role, as typed."""
    typed = clean_text(text)[:LONGEST]
    wish = read_wish(typed, [one.words for one in mentions_of(step)])
    if not wish.who or (wish.role is None and not take):
        titles = listing([rule.title for rule in ROLES.values()], "of")
        step.say(HOW_AWAY if take else HOW, "" if take else f"De rollen zijn: {titles}.")
        return
    rest = f"{ROLES[wish.role].title} {wish.where}".strip() if wish.role else ""
    pointed = await pointed_at(step, wish.who)
    if pointed and pointed.who:
        await change_for(step, pointed.who, rest, take=take)
    elif pointed:
        step.say(f"Ik ken {quoted(wish.who, 40)} niet.", *UNKNOWN)
    elif take:
        await take_by_name(step, wish.who, rest)
    elif wish.role is not None and (place := lacks_place(step, wish.role, wish.where)):
        step.say(place)
    elif wish.role is not None:
        await ask_who(step, wish.who, wish.role, rest)


async def take_by_name(step: Step, name: str, rest: str) -> None:
    """Take a role from whom a name means: at once when just one person bears it, for that gives nobody anything."""
    named = await step.stores.roles.named(" ".join(plain(name)))
    people = named or await people_alike(step, name)
    if len(named) == 1:
        await change_for(step, named[0], rest, take=True)
    elif people:
        options = [(one, rest, person_words(step, one)) for one in people]
        ask(step, f"Wie bedoelt u met {quoted(name, 30)}?", options, take=True)
    else:
        step.say(f"Ik ken {quoted(name, 40)} niet.", *UNKNOWN)


def lacks_place(step: Step, role: Role, where: str) -> str:
    """Return the sentence that asks where a role is to hold, before anybody is asked for; empty when that is clear."""
    meant = place_meant(role, where, step.stores.terrains)
    return "" if meant.exact or meant.near else ask_place(role, unknown=bool(where))


def person_words(step: Step, one: Somebody) -> str:
    """Return a person as they are told from namesakes: with what they are already, or the start of their id."""
    held = [grant_words(grant, step.stores.terrains) for grant in one.grants] or ["projectteam" for _ in one.teams[:1]]
    return f"{one.label} ({held[0] if held else one.object_id[:8]})"


async def change_for(step: Step, who: Somebody, words: str, *, take: bool) -> None:
    """Give or take a role of one person; `words` are the role and the place, as typed or from a button."""
    first, second, *_ = (*words.split(), "", "")
    role, used = role_at([first, second], 0)
    if take:
        await take_from(step, who, role, " ".join(words.split()[used:]))
        return
    if role is None:
        step.say(HOW)
        return
    meant = place_meant(role, " ".join(words.split()[used:]), step.stores.terrains)
    if meant.exact is not None:
        await give_to(step, who, meant.exact)
    elif meant.near:
        options = [(who, typed_place(grant), grant_words(grant, step.stores.terrains)) for grant in meant.near]
        ask(step, f"Waar geldt de rol van {who.label}?", options, take=False)
    else:
        step.say(ask_place(role, unknown=len(words.split()) > used))


def ask_place(role: Role, *, unknown: bool) -> str:
    """Return the sentence that asks where a role is to hold."""
    kinds = {Reach.MUNICIPALITY: "de gemeente", Reach.TERRAIN: "het terrein"}
    wanted = listing([kinds[reach] for reach in ROLES[role].reaches if reach in kinds], "of")
    lead = "Die plaats ken ik niet." if unknown else "Waar geldt deze rol?"
    if not wanted:
        return f"De rol {ROLES[role].title} geldt overal. Typ er geen plaats achter."
    return f"{lead} Typ {wanted} achter de rol, bijvoorbeeld: rol Yara Peters {ROLES[role].title} Zwolle."


async def give_to(step: Step, who: Somebody, grant: Grant) -> None:
    """Give the role and tell both."""
    words = grant_words(grant, step.stores.terrains)
    if not await step.stores.roles.give(who.object_id, grant):
        finish(step, f"{who.label} heeft de rol {words} al.")
        return
    undo = Button(title="Maak ongedaan", verb=Verb.ROLE, data=carried(who, typed_place(grant), take=True))
    later = "" if who.person else "De rol geldt vanaf het eerste bericht van deze persoon."
    finish(step, f"{who.label} heeft nu de rol {words}.", GUEST if who.guest else "", later, buttons=(undo,))
    if who.person is not None and who.object_id != step.known.sender.object_id:
        step.tells.append(Tell(who.person, (Say(f"U heeft nu de rol {words}.\n\nTyp 'help' om te zien wat u kunt doen."),)))


async def take_from(step: Step, who: Somebody, role: Role | None, where: str) -> None:
    """Take a role back, or ask which one, or say where it comes from."""
    place = place_meant(role, where, step.stores.terrains).exact if role and where else None
    fitting = [grant for grant in who.grants if role in (None, grant.role) and place in (None, grant)]
    if len(fitting) > 1:
        options = [(who, typed_place(grant), grant_words(grant, step.stores.terrains)) for grant in fitting]
        ask(step, f"Welke rol van {who.label} vervalt?", options, take=True)
    elif fitting and await step.stores.roles.take(who.object_id, fitting[0]):
        words = grant_words(fitting[0], step.stores.terrains)
        undo = Button(title="Maak ongedaan", verb=Verb.ROLE, data=carried(who, typed_place(fitting[0]), take=False))
        finish(step, f"{who.label} heeft de rol {words} niet meer.", buttons=(undo,))
    else:
        finish(step, *why_not(step, who, role))


def why_not(step: Step, who: Somebody, role: Role | None) -> tuple[str, ...]:
    """Return why there is nothing to take back."""
    house = step.known.house
    if role in (None, Role.TEAM) and who.teams:
        return (f"{who.label} hoort bij het projectteam via het team {who.teams[0]}.", "Haal deze persoon daar weg in Teams.")
    if role in (None, Role.TEAM, Role.ADMIN) and who.object_id in house.team | house.admins:
        return (f"De rol van {who.label} staat in de instellingen.", "Alleen wie Laadmaat beheert, past die aan.")
    return (f"{who.label} heeft deze rol niet." if role else f"{who.label} heeft geen rol.",)


def ask(step: Step, sentence: str, options: Sequence[tuple[Somebody, str, str]], *, take: bool) -> None:
    """Show what can be meant; a press goes on from there."""
    buttons = tuple(
        Button(title=title, verb=Verb.ROLE, data=carried(who, words, take=take)) for who, words, title in options[:MOST_BUTTONS]
    )
    card = NoticeCard(lines=(sentence, *more(len(options))), buttons=buttons)
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))


def more(count: int) -> tuple[str, ...]:
    """Return that there are more than fit, if so."""
    return ("Er zijn er nog meer. Typ dan meer van de naam.",) if count > MOST_BUTTONS else ()


def carried(who: Somebody, words: str, *, take: bool) -> dict[str, str]:
    """Return what a button about roles carries, once it is sure about whom."""
    return {"person": who.object_id, "words": words, "take": "yes" if take else "no", "pointed": "yes"}


def finish(step: Step, *sentences: str, buttons: tuple[Button, ...] = ()) -> None:
    """Say what came of it, in place of the card that was pressed."""
    card = NoticeCard(lines=tuple(filter(None, sentences)), buttons=buttons)
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))


async def press_role(step: Step, event: Pressed) -> None:
    """Go on where a button about roles leads; only for administrators, whatever the card says."""
    object_id, words = object_id_in(str(event.data.get("person", ""))), words_on(event)
    if object_id is None:
        step.say(HOW)
        return
    take, role = event.data.get("take") == "yes", role_of(words)
    if role in POINTED_AT and not take and event.data.get("pointed") != "yes":
        point_first(step, role, words)  # a button of a card that asked about a name
        return
    await change_for(step, await step.stores.roles.somebody(object_id), words, take=take)


async def press_picked(step: Step, event: Pressed) -> None:
    """Give the role to whoever was picked in Teams; only for administrators, whatever the card says."""
    object_id = object_id_in(event.inputs.get("person", "").strip())
    if object_id is None:
        step.say("Zoek eerst de persoon.")
        return
    await change_for(step, await step.stores.roles.somebody(object_id), words_on(event), take=False)


def words_on(event: Pressed) -> str:
    """Return the role and the place that a button carries."""
    return clean_text(str(event.data.get("words", "")))[:LONGEST]


def role_of(words: str) -> Role | None:
    first, second, *_ = (*words.split(), "", "")
    return role_at([first, second], 0)[0]
