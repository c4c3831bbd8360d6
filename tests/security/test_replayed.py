"""Every button that anybody rightful sees, pressed by a stranger, a rival, a guest and former members, wherever they are.

Nothing of others changes, nothing of others is read, nobody else gets a message, nothing breaks.
"""

from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.turn.results import TurnResult
from cards.verbs import Verb
from dialogs.access.buttons import ACCESS_PRESSED
from dialogs.commands import COMMANDS
from dialogs.dossier.buttons import DOSSIER_PRESSED
from dialogs.plan.buttons import TERRAIN_PRESSED
from dialogs.turn.errands import ReadGuests
from dialogs.turn.events import PaperAnswered, Scope, Upload
from dialogs.turn.known import Known
from storage.tables.paper import paper
from tests.access.arranging import TEAM
from tests.beginnings import SHORT, agree
from tests.chat import Chat
from tests.person import Person
from tests.security.catching import OWN, Caught, Net, Place, happens
from tests.security.town import COMPANY, SECRETS, Town, built
from tests.security.watching import Watch, boasts, everything_stored, is_refused, leaks
from tests.sessions.beginnings import company
from tests.tables import rows

# Checks, each of which is taken away once, to see that it is missed.
BROKEN: tuple[tuple[str, object, frozenset[str]], ...] = (
    ("may", lambda *_: True, frozenset(TERRAIN_PRESSED)),
    ("is_admin", property(lambda _: True), frozenset(ACCESS_PRESSED)),
    ("is_team", property(lambda _: True), frozenset(DOSSIER_PRESSED)),
)
GROUP, ELSEWHERE, LINKED = Place(Scope.GROUP), Place(Scope.CHANNEL, "19:other@thread.tacv2"), Place(Scope.CHANNEL, TEAM)
PLACES = {"Gijs Gast": (OWN, GROUP, LINKED), "Otto Oud": (OWN, GROUP, LINKED), "Greet Weg": (OWN,)}


@pytest.fixture(autouse=True)
def unjudged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the judging of cards to the tests that are about cards: here are a thousand."""
    monkeypatch.setattr("tests.person.check_reply", lambda *_: None)


async def rival_of(chat: Chat, net: Net) -> Person:
    """Return somebody of another company on the same terrain, with buttons of their own."""
    dirk = chat.person("Dirk")
    await agree(dirk)
    for words in ("Wielewaal Logistiek", *SHORT[1:], "ja", "nee", "nee", "nee", "nee", "overzicht", "ja", "toestemming"):
        await dirk.says(words)
        net.looks(dirk)
    return dirk


async def replays(town: Town, someone: Person, presses: Sequence[Caught], places: Sequence[Place] = ()) -> list[str]:
    """Let somebody press everything everywhere they are, in their own chat about others too; return what should not be."""
    found, ids, stored = list[str](), town.net.ids(), await everything_stored(town.chat)
    for place in places or PLACES.get(someone.sender.name, (OWN, GROUP, ELSEWHERE)):
        watch = Watch(someone, stored)
        for one in presses:
            swapped = one.swapped(ids)
            for press in (one, swapped) if swapped != one and place is OWN else (one,):
                where = f"{someone.sender.name}, {place.scope.value}{place.team}: {press.verb} {dict(press.data)}"
                found += [f"{where} {wrong}" for wrong in faults_of(press, await press.pressed_by(someone, place))]
        stored = await everything_stored(town.chat)
        changed = watch.changed(stored, {place.conversation(someone)})
        found += [f"{someone.sender.name}, {place.scope.value}{place.team}: changes {line}" for line in changed]
    return found


def faults_of(press: Caught, turned: TurnResult) -> Iterator[str]:
    """Yield what is wrong with an answer to somebody else."""
    yield from (f"reads {leak}" for leak in leaks(turned, SECRETS, {**press.data, **press.inputs}))
    own = [errand for errand in turned.errands if isinstance(errand, ReadGuests) and len(errand.people) == 1]  # are they a guest?
    if len(turned.errands) > len(own):
        yield "sends us on an errand"
    if not turned.outgoing and turned.body is None:
        yield "hears nothing"
    if boasts(turned) and is_refused(turned):
        yield "is refused with a success"


async def test_nobody_else_gets_anything_from_a_button(database: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    chat, own = Chat(database), Net()
    town = await built(chat)
    rival = await rival_of(chat, own)
    presses = list(town.net.caught.values())
    assert {one.verb for one in presses} == {verb.value for verb in Verb}
    assert town.said == {command.words[0] for command in COMMANDS}
    about_others = [one.swapped(town.net.ids()) for one in own.caught.values()]
    assert await replays(town, rival, [*presses, *about_others]) == []
    for name in ("Een vreemde", "Gijs Gast", "Otto Oud", "Greet Weg"):
        assert await replays(town, chat.people.get(name) or chat.person(name), presses) == []
    for what, broken, verbs in BROKEN:
        with monkeypatch.context() as without:
            without.setattr(Known, what, broken)
            few = [one for one in presses if one.verb in verbs]
            assert await replays(town, rival, few, [OWN]), f"nobody notices that {what} is not looked at"


async def test_a_paper_is_for_whom_it_was_made(database: AsyncEngine) -> None:
    chat = Chat(database, public_url="https://laadmaat.voorbeeld.example/", saves=True)
    noor, otto = chat.person("Noor Bos", team=True), chat.person("Otto Oud")
    await company(chat, "Fatima", COMPANY)
    await noor.says("help")
    await noor.says(f"gespreksblad {COMPANY}")
    [kept] = await rows(chat, paper)
    upload = Upload("https://voorbeeld.sharepoint.com/up", "https://voorbeeld.sharepoint.com/f", "Blad.pdf", "u-1", "pdf")
    for place in (OWN, GROUP, ELSEWHERE):
        for answer in (PaperAnswered(str(kept["id"]), upload, "card"), PaperAnswered(str(kept["id"]), None, "card")):
            turned = await happens(otto, answer, place)
            assert turned.errands == ()
            assert not leaks(turned, SECRETS, {})
    await otto.says("stuur link")
    otto.sees("Er staat geen bestand voor u klaar.")
    assert await rows(chat, paper) == [kept]
    await noor.allows()
    noor.sees("Het bestand staat bij uw bestanden.")
