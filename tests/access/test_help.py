"""Help shows each person what exists for them, and stays readable however much that is."""

import pytest

from dialogs.commands import COMMANDS, commands_by_word, commands_for
from dialogs.help import ORDER, heading
from dialogs.turn.command import Command, Users
from dialogs.turn.events import Said, Scope
from dialogs.turn.step import Step
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import agree
from tests.chat import Chat


async def nothing(_: Step, __: str) -> None:
    """Do nothing."""


MANY = tuple(
    Command((f"opdracht {number}",), "iets doen met een terrein", nothing, Users.TEAM, group=ORDER[number % 7])
    for number in range(45)
)


def test_every_group_has_a_place_of_its_own() -> None:
    assert {heading(command) for command in COMMANDS if command.does and command.in_help} <= set(ORDER)


async def test_many_commands_are_shown_by_group_on_a_card_that_fits(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogs.commands.COMMANDS", (*COMMANDS, *MANY))
    for kept in (commands_for, commands_by_word):
        monkeypatch.setattr(f"dialogs.commands.{kept.__name__}", kept.__wrapped__)
    noor = chat.person("Noor", team=True)
    await noor.opens()
    noor.sees("Terreinen", "opdracht 0 ·", "Wilt u meer weten?")
    await noor.clicks("Terreinen")
    noor.sees("Terreinen", "opdracht 7", "iets doen met een terrein")
    noor.sees_not("opdracht 1\n")
    await noor.says("help uitnodigen")
    noor.sees("Typ bijvoorbeeld: uitnodigen hessenpoort Jansen Transport", "een code maken")
    noor.sees_not("vragen")
    await noor.says("help onzin")
    noor.sees("Wilt u meer weten?")


@pytest.mark.parametrize("person", ["company", "municipality", "team", "admin"])
async def test_help_never_shows_what_is_for_others(chat: Chat, person: str) -> None:
    someone = chat.person("Iemand", team=person == "team", admin=person == "admin")
    if person == "municipality":
        await gives(chat, someone, ZWOLLE)
    await (agree(someone) if person == "company" else someone.opens())
    await someone.says("help")
    shown = someone.text()
    await someone.says("help beheer")
    assert ("rol <persoon>" in someone.text()) == (person == "admin")
    assert ("uitnodigen" in shown) == (person in ("team", "admin"))
    assert ("wijzig" in shown) == (person == "company")


async def test_in_a_channel_help_shows_what_works_there(chat: Chat) -> None:
    ada, fatima = chat.person("Ada", admin=True), chat.person("Fatima")
    await ada.does(Said("help"), scope=Scope.CHANNEL)
    ada.sees("Wat u hier kunt doen", "rol")
    ada.sees_not("uitnodigen")
    await fatima.does(Said("help"), scope=Scope.CHANNEL)
    fatima.sees("Open daarom een eigen chat met Laadmaat")
    await ada.does(Said("blauwe fietsen zwemmen graag"), scope=Scope.CHANNEL)
    ada.sees("Ik weet niet zeker wat u bedoelt.", "Noem mij met 'help'")
    await ada.does(Said("uitnodigen hessenpoort"), scope=Scope.CHANNEL)
    ada.sees("Dat kan alleen in uw eigen chat met mij.")
