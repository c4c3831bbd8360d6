"""The dossier is the project team's: to everybody else its commands and buttons do not exist, in channels no name is shown."""

import pytest

from bot.teams.presses import press_of_execute
from cards.verbs import Verb
from dialogs.dossier.buttons import DOSSIER_PRESSED
from dialogs.dossier.commands import DOSSIERS
from dialogs.turn.events import Scope
from domain.access.roles import Grant, Role
from storage.tables.forms import form_response
from tests.access.arranging import ZWOLLE, gives, links
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.dossier.arranging import colleague_of, in_channel, noor_of, registers
from tests.person import Person
from tests.tables import rows
from tests.without import does_not_exist

EXAMPLES = [command.example or command.words[0] for command in DOSSIERS]
THEIRS = [(ZWOLLE, next(words for words in EXAMPLES if words.startswith("doel ")))]  # a municipality notes its own goal
PARTNERS = [ZWOLLE, Grant(Role.PARK_MANAGER, terrain="t-1"), Grant(Role.GRID_OPERATOR)]


@pytest.mark.parametrize("words", EXAMPLES)
async def test_to_a_company_the_commands_do_not_exist(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says("help")
    fatima.sees_not(words.split(maxsplit=1)[0])
    await does_not_exist(fatima, words, DOSSIERS)
    assert await rows(chat, form_response) == []


@pytest.mark.parametrize(
    ("grant", "words"),
    [(grant, words) for grant in PARTNERS for words in EXAMPLES if (grant, words) not in THEIRS],
    ids=lambda one: one.role.value if isinstance(one, Grant) else one,
)
async def test_to_partners_the_commands_do_not_exist(chat: Chat, words: str, grant: Grant) -> None:
    anna = chat.person("Anna")
    await gives(chat, anna, grant)
    await does_not_exist(anna, words, DOSSIERS)
    assert await rows(chat, form_response) == []


async def copied_buttons(noor: Person) -> list[tuple[Verb, dict[str, str]]]:
    """Return what every button of the dossier carries, as somebody could copy it."""
    await noor.says("notitie hessenpoort Een geheim")
    await noor.says("dossier hessenpoort")
    number = {"number": "1", "revision": "1"}
    card = {"kind": "contact", "terrain": "t-1", "about": ""}
    return [
        (Verb.ENTRY_NEW, card),
        (Verb.ENTRY_OPEN, number),
        (Verb.ENTRY_SAVE, {**card, **number}),
        (Verb.ENTRY_SAVE, card),
        (Verb.ENTRY_SET, {**number, "about": "", "was:about": ""}),
        (Verb.ENTRY_END, {**number, "do": "close"}),
        (Verb.HISTORY, {"terrain": "t-1", "before": ""}),
    ]


async def test_to_a_company_a_copied_button_does_nothing(chat: Chat) -> None:
    noor, fatima = await noor_of(chat), await finish_short(chat)
    copied = await copied_buttons(noor)
    assert {verb for verb, _ in copied} == set(DOSSIER_PRESSED)
    before = await rows(chat, form_response)
    for verb, data in copied:
        await fatima.presses_raw(verb, data, {"text": "Gewijzigd"})
        fatima.sees("Deze knop werkt niet meer.")
        fatima.sees_not("geheim")
    assert await rows(chat, form_response) == before


DATA: tuple[dict[str, object], ...] = (
    {}, {"kind": "x"}, {"kind": "contact", "terrain": "x"}, {"number": "-1"}, {"number": 1}, {"before": "'"},
)  # fmt: skip
FIELDS: tuple[dict[str, object], ...] = (
    {}, {"text": ["a", "b"]}, {"text": None}, {"entry": "x:y"}, {"entry": "999999999999"}, {"about": "i:x"},
)  # fmt: skip


@pytest.mark.parametrize("fields", FIELDS)
async def test_buttons_that_no_card_of_ours_has_break_nothing(chat: Chat, fields: dict[str, object]) -> None:
    noor = await noor_of(chat)
    for data in DATA:
        for verb in DOSSIER_PRESSED:
            await noor.presses_raw(verb, data, fields)
            assert noor.text()
    assert await rows(chat, form_response) == []


async def test_in_a_linked_channel_everything_works_and_names_whoever_did_it(chat: Chat) -> None:
    noor, bram = await noor_of(chat), await colleague_of(chat, "Bram Kok")
    await links(chat, noor, bram)
    await registers(chat, "Jansen Transport")
    await in_channel(bram, "notitie hessenpoort Gebeld met Jansen Transport")
    bram.sees("Jansen Transport, Hessenpoort (Zwolle)", "Bewaard.")
    await in_channel(bram, "actie hessenpoort zaal regelen vrijdag")
    bram.sees("Bram Kok", "27 november 2026")
    await in_channel(noor, "dossier hessenpoort")
    noor.sees("Notitie 1 (Jansen Transport): Gebeld met Jansen Transport", "Bram Kok", "Actie 2: zaal regelen")
    shown = noor.fresh[-1]
    button = shown.button("Afsluiten")
    value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": {**button["data"], "entry": "2:1"}}}
    await in_channel(noor, press_of_execute(value, shown.id))
    noor.sees("Actie 2 is klaar.")
    await in_channel(bram, "acties")
    bram.sees("U heeft geen open acties.")


@pytest.mark.parametrize("words", EXAMPLES)
@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
async def test_in_another_channel_no_company_is_named(chat: Chat, words: str, scope: Scope) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Jansen Transport")
    await noor.says("notitie hessenpoort Jansen heeft een geheim")
    await in_channel(noor, words, team="19:other@thread.tacv2", scope=scope)
    noor.sees("eigen chat")
    noor.sees_not("Jansen", "geheim")
    page = {"action": {"verb": Verb.HISTORY, "data": {"terrain": "t-1", "before": ""}}}
    await in_channel(noor, press_of_execute(page, None), team="", scope=scope)
    noor.sees_not("Jansen", "geheim")


async def test_in_a_linked_channel_a_company_gets_no_answer_from_the_dossier(chat: Chat) -> None:
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await links(chat, noor, guests=(fatima,))
    await noor.says("notitie hessenpoort Een geheim")
    for words in EXAMPLES:
        await in_channel(fatima, words)
        fatima.sees_not("geheim", "Bewaard")
    assert len(await rows(chat, form_response)) == 1
