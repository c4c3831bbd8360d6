"""Who reads what: for whom an item is, and until when it holds, kept to wherever it is read."""

import datetime
from collections.abc import Callable

import pytest

from cards.verbs import Verb
from dialogs.turn.events import Pressed, Said, Scope
from domain.access.roles import Grant, Role
from domain.knowledge.standard import STANDARD_ITEMS
from tests.access.arranging import TEAM, gives, links
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.knowledge.conftest import item
from tests.person import Person

OLD = item("oud", title="Wat gold vroeger?", valid_until=datetime.date(2026, 11, 22))
LATER = item("later", title="Wat komt er straks?", valid_from=datetime.date(2026, 11, 24))
SOON = item("bijna", title="Wat loopt af?", valid_until=datetime.date(2026, 12, 23))
OURS = item("intern", title="Wat zeggen wij?", audience="team")
THEIRS = item("bedrijf", title="Wat vraagt uw bedrijf?", audience="bedrijven")
CHARGING = sum(one.category == "laadinfra" for one in STANDARD_ITEMS.values())
ALL = (item(), OLD, LATER, SOON, OURS, THEIRS)


async def shown_to(someone: Person) -> set[str]:
    """Return which of the items somebody can open, by asking for each and pressing a button made up for each."""
    found = set()
    for one in ALL:
        await someone.says(f"kennis {one.key}")
        typed = one.text in someone.text()
        await someone.presses_raw(Verb.ITEM, {"do": "open", "key": one.key})
        assert (one.text in someone.text()) == typed
        found |= {one.key} if typed else set()
    return found


async def test_a_company_reads_what_is_for_companies_and_holds(knowing: Callable[..., Chat]) -> None:
    fatima = knowing(*ALL).person("Fatima")
    await fatima.opens()
    await fatima.says("kennis")
    fatima.sees("Wat wij weten", f"Laadinfra: {CHARGING + 3} onderwerpen", "Wat vraagt uw bedrijf?")
    fatima.sees_not("Wat zeggen wij?", "Wat gold vroeger?", "Wat komt er straks?", "Verlopen", "Wacht op", "Nieuw")
    assert await shown_to(fatima) == {"laadpas", "bijna", "bedrijf"}


async def test_a_partner_reads_what_is_for_everybody(knowing: Callable[..., Chat]) -> None:
    chat = knowing(*ALL)
    gijs = chat.person("Gijs")
    await gives(chat, gijs, Grant(Role.GRID_OPERATOR))
    await gijs.opens()
    assert await shown_to(gijs) == {"laadpas", "bijna"}


async def test_the_team_reads_everything_and_sees_what_is_over(knowing: Callable[..., Chat]) -> None:
    anouk = knowing(*ALL).person("Anouk", team=True)
    await anouk.opens()
    await anouk.says("kennis")
    anouk.sees(
        "Verloopt binnenkort: ", "Wat loopt af? (tot en met 23 december 2026)", "Verlopen: Wat gold vroeger? (22 november 2026)"
    )
    anouk.sees("Wat gold vroeger? (verlopen)", "Wat komt er straks? (geldt nog niet)", "Open", "Nieuw")
    assert await shown_to(anouk) == {one.key for one in ALL}
    await anouk.says("kennis oud")
    anouk.sees("Verlopen op 22 november 2026. Alleen het team ziet dit nog.")


async def test_the_team_gets_a_tap_for_each_subject_and_for_what_asks_for_it(knowing: Callable[..., Chat]) -> None:
    ending = [item(f"af-{number}", title=f"Loopt nummer {number} af?", valid_until=SOON.valid_until) for number in range(4)]
    anouk = knowing(item(), *ending).person("Anouk", team=True)
    await anouk.opens()
    await anouk.says("kennis")
    anouk.sees("Of kies waar het over gaat:", f"Laadinfra ({CHARGING + 5})", "Netcapaciteit (", "Financieel (")
    assert all(len(line) < 300 for line in anouk.text().splitlines())
    await anouk.clicks(f"Laadinfra ({CHARGING + 5})")
    anouk.sees("Gevonden", "Wat is slim laden?", "Loopt nummer 1 af? (tot en met 23 december 2026)")
    anouk.sees_not("Wat is GTV?")
    await anouk.says("kennis verloopt binnenkort")
    anouk.sees("Loopt nummer 0 af?", "Loopt nummer 3 af?")
    anouk.sees_not("Wat is slim laden?")


async def test_in_a_channel_one_reads_what_everybody_in_it_may(knowing: Callable[..., Chat]) -> None:
    chat = knowing(*ALL)
    anouk = chat.person("Anouk", team=True)
    await links(chat, anouk)
    for team, sees in (("19:other@thread.tacv2", False), (TEAM, True)):
        await anouk.does(Said("kennis intern"), scope=Scope.CHANNEL, team=team)
        assert (OURS.text in anouk.text()) == sees
        assert ("Wijzig" in anouk.text()) == sees
    gast = chat.person("Gijs Gast")
    await gast.does(Said("kennis intern"), scope=Scope.CHANNEL, team=TEAM)
    gast.sees("weet ik niets")


async def test_an_item_shows_its_source_and_until_when(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("kennis gtv")
    fatima.sees("Wat is GTV?", "Bron: Enexis en Liander", "Geldig tot en met 31 december 2027.")
    fatima.sees_not("Versie", "Wijzig", "Projectteam NAL-regio Oost")


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("financieel", "Is er subsidie voor laden?"), ("stap 4", "Wat is een energiehub?"),
        ("bij de buren", "Mag ik laden bij de buren?"),
        ("wanneer is de spits", "Wanneer is het druk op het net?"), ("Wat is een LAADPAS?", "Met een laadpas betaalt u"),
        ("blauwe fietsen", "Over “blauwe fietsen” weet ik niets."), ("<b>", "weet ik niets"), ("'); drop table", "weet ik niets"),
    ],
)  # fmt: skip
async def test_it_is_found_by_tag_and_by_words(chat: Chat, words: str, sees: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    chat.said.append(words)
    await fatima.says(f"kennis {words}")
    fatima.sees(sees)


async def test_one_opens_an_item_from_the_list(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("kennis")
    await fatima.fills_in({"item": "laadpas"}, "Open")
    fatima.sees("Met een laadpas betaalt u bij een laadpaal.", "Bron: Voorbeeld, 2026")
    await fatima.fills_in({}, "Open")
    fatima.sees("Dat onderwerp is er niet")


@pytest.mark.parametrize("do", ["new", "edit", "save", "approve", "drop", "end", "back", "x", ""])
async def test_a_button_of_the_team_is_dead_for_others(chat: Chat, do: str) -> None:
    for someone in (chat.person("Fatima"), chat.person("Gijs")):
        await someone.opens()
        event = Pressed(Verb.ITEM, {"do": do, "key": "laadpas", "number": "1", "version": "1"}, {"title": "Anders"})
        await someone.does(event)
        someone.sees("Deze knop werkt niet meer.")


async def test_more_than_fit_on_one_card_are_found_by_words(knowing: Callable[..., Chat]) -> None:
    title = "Wat is dit voor een heel lange vraag over laden met nummer"
    many = (item(f"{number}-{'lang-' * 10}x", title=f"{title} {number}?") for number in range(130))
    anouk = knowing(*many).person("Anouk", team=True)
    await anouk.opens()
    await anouk.says("kennis")  # whatever is shown fits: every reply of a test is measured
    anouk.sees("U ziet de eerste 100. Zoek verder met 'kennis' en een woord.")
    await anouk.says("kennis nummer 129")
    anouk.sees(f"{title} 129?", "Met een laadpas")


async def test_the_longest_item_with_the_longest_proposal_fits_on_a_card(knowing: Callable[..., Chat]) -> None:
    questions = [f"{'Waar gaat dit dan allemaal over en wat is het nummer ' * 2}{number}?" for number in range(20)]
    text = "Dit is een zin van tien woorden over laden hier. " * 30
    anouk = knowing(item(text=text, link=f"https://a.example/{'x' * 280}", questions=tuple(questions))).person("Anouk", team=True)
    await anouk.opens()
    await anouk.says("kennis laadpas")
    await anouk.clicks("Wijzig")
    changed = {"text": text.replace("laden", "stroom"), "questions": "\n".join(questions).replace("allemaal", "eigenlijk")}
    await anouk.fills_in(changed, "Stel voor")
    anouk.sees("Uw voorstel is bewaard.")


async def test_of_zones_one_hears_when_one_asks(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("kennis zero-emissiezone")
    fatima.sees("Wat is een zone zonder uitstoot?", "Dit heet ook een zero-emissiezone.")
    await fatima.says("kennis zone-steden")
    fatima.sees("Uw terrein ligt in de gemeente Zwolle.")
