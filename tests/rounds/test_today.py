"""How a day begins: a few things for the team, each with its tap; for a company what is new, what waits, and where it was."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

import tests.chat
from cards.views.card import MOST_BUTTONS
from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.rounds.today import day_of_team, worth_a_tap
from dialogs.turn.attention import gather
from dialogs.turn.attention_kind import AttentionKind
from domain.access.roles import Grant, Role
from domain.attention.attention import Whom
from tests.access.arranging import ZWOLLE, gives
from tests.attention.arranging import ASKINGS, leads
from tests.attention.looking import seen_by, step_of
from tests.beginnings import finish_short, start, talk
from tests.chat import Chat
from tests.counting import counting
from tests.intake.arranging import asked, only_open
from tests.person import Person
from tests.rounds.going import halfway
from tests.sessions.beginnings import FACTS, MAKE, invited

WAYS = ["vandaag", "mijn dag", "mijn week", "wat moet ik doen", "Wat moet ik vandaag doen", "goedemorgen", "hoi"]


async def busy(chat: Chat) -> Person:
    """Return Noor, who leads a terrain that is late, has a late action, and is asked for."""
    noor = await leads(chat, "stap broeklanden begin", "actie hessenpoort zaal regelen voor 2 december")
    fatima = await start(chat)
    await talk(fatima, "vraag Wat kost het?", "bel mij")
    chat.now += datetime.timedelta(days=31)
    return noor


@pytest.mark.parametrize("words", WAYS)
async def test_the_day_of_the_team_is_a_few_things_each_with_its_tap(chat: Chat, words: str) -> None:
    noor = await busy(chat)
    await noor.says(words)
    noor.sees("Vandaag: donderdag 24 december 2026")
    noor.sees("1. Hessenpoort (Zwolle)\nTerugbellen: Jansen Transport\nGevraagd op ")
    noor.sees("2. Hessenpoort (Zwolle)\nActie 1: zaal regelen\nDit moest klaar zijn op 2 december 2026.")
    noor.sees("3. Hessenpoort (Zwolle)\nTe laat: stap 0 had klaar moeten zijn op 23 december 2026.")
    noor.sees("4. Hessenpoort (Zwolle)\nVraag: Jansen Transport", "Wat kan ik hier?")
    [card] = noor.fresh
    await noor.clicks("1. Bekijk", on=card)
    noor.sees("Terugbellen")
    await noor.clicks("Wat kan ik hier?", on=card)
    noor.sees("Wat u hier kunt doen")


async def test_after_a_tap_the_thing_is_gone_from_the_day(chat: Chat) -> None:
    noor = await busy(chat)
    await talk(noor, "antwoord 2 Ik bel u om drie uur.", "afgerond 1", "vandaag")
    noor.sees("1. Hessenpoort (Zwolle)\nTe laat", "2. Hessenpoort (Zwolle)\nVraag: Jansen Transport")
    noor.sees_not("Terugbellen", "zaal regelen")


async def test_a_command_is_answered_as_always_with_no_day_in_front(chat: Chat) -> None:
    noor = await busy(chat)
    await noor.says("status hessenpoort")
    noor.sees_not("Vandaag:")


async def test_what_does_not_fit_is_counted(chat: Chat) -> None:
    noor = await busy(chat)
    for number in range(4):
        await noor.says(f"actie hessenpoort stoel {number} halen voor 25 december")
    chat.now += datetime.timedelta(days=5)
    await noor.says("vandaag")
    noor.sees("5. Hessenpoort (Zwolle)", "Daarna wachten er nog ")
    noor.sees_not("6. ")


async def test_who_leads_nothing_hears_so(database: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tests.chat, "HOUSE", replace(tests.chat.HOUSE, items={}))  # of ours some always end soon
    chat = Chat(database)
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await noor.says("vandaag")
    noor.sees("Er wacht nu niets op u.", "U bent nog van geen terrein regisseur.", "Wat kan ik hier?")


async def test_a_company_that_comes_back_sees_what_is_new_and_where_it_was(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), await halfway(chat)
    asked = fatima.text()
    assert "bestelwagens" in asked.lower()
    chat.now += datetime.timedelta(days=5)
    await talk(noor, "stap hessenpoort begin")
    await fatima.says("hallo")
    fatima.sees("Goedendag.", "Er is nieuws over uw terrein.", "Hessenpoort is nu in stap 0, Inventarisatie.", "De vraag was: ")
    chat.now += datetime.timedelta(days=15)
    await fatima.says("hallo")
    fatima.sees("Goedendag.", "De vraag was: ")
    fatima.sees_not("nieuws")


async def test_a_greeting_changes_nothing_about_the_open_question(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "goedemorgen", "12")
    fatima.sees("Genoteerd: 12")


async def test_an_open_invitation_is_the_one_thing_and_is_answered_with_one_tap(chat: Chat) -> None:
    _, fatima = await invited(chat)
    chat.now += datetime.timedelta(days=2)
    await fatima.says("vandaag")
    fatima.sees("Komt u ook? Startsessie Hessenpoort, 14 januari 2027, 19:30 - 21:25.", "Waar: Zaal 2.", "Ik kom niet")
    await fatima.clicks("Ik kom", on=fatima.fresh[-1])
    fatima.sees("Fijn dat u komt. U staat op de lijst.")
    await fatima.says("hallo")
    fatima.sees("U hoeft nu niets te doen.")
    fatima.sees_not("Komt u ook?")


async def test_who_wants_no_invitations_any_more_is_not_asked(chat: Chat) -> None:
    _, fatima = await invited(chat)
    await fatima.says("toestemming")
    purpose = {"purpose": "approach", "intake": fatima.newest("Trek in").button("Trek in")["data"]["data"]["intake"]}
    await fatima.presses_raw("withdraw", purpose)
    await fatima.says("hallo")
    fatima.sees_not("Komt u ook?")


async def test_a_consent_that_is_over_is_the_one_thing(chat: Chat) -> None:
    fatima = await finish_short(chat)
    chat.now += datetime.timedelta(days=2 * 365 - 20)
    await fatima.says("hallo")
    fatima.sees("Uw toestemming loopt af: ", "Bekijk")


async def test_before_the_first_consent_a_greeting_is_the_welcome(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.says("goedemorgen")
    fatima.sees("Laadmaat")
    await fatima.says("vandaag")
    fatima.sees("Mogen wij")


OTHERS = (Grant(Role.PARK_MANAGER, terrain="t-1"), ZWOLLE, Grant(Role.GRID_OPERATOR))


@pytest.mark.parametrize("grant", OTHERS, ids=lambda grant: grant.role.value)
async def test_others_see_what_moves_on_their_terrains_and_nothing_of_companies(chat: Chat, grant: Grant) -> None:
    noor, piet = await busy(chat), chat.person("Piet")
    await noor.says("sessieplan hessenpoort startsessie")
    await noor.fills_in({**FACTS, "day": "2027-01-05"}, MAKE)
    await noor.says("stap de mars zutphen begin")
    await gives(chat, piet, grant)
    await piet.opens()
    for words in ("vandaag", "goedemorgen"):
        await piet.says(words)
        piet.sees("Vandaag: donderdag 24 december 2026", "Binnenkort", "Startsessie, 5 januari 2027", "Wat bewoog")
        piet.sees_not("Jansen", "Terugbellen", "Te laat", "zaal regelen", "regisseur")
        assert ("De Mars (Zutphen)" in piet.text()) == (grant.role is Role.GRID_OPERATOR)
    await piet.clicks("Terreinen")
    piet.sees("Hessenpoort (Zwolle)")


async def test_where_nothing_moves_others_hear_so(chat: Chat) -> None:
    piet = chat.person("Piet")
    await gives(chat, piet, ZWOLLE)
    await piet.opens()
    await piet.says("vandaag")
    piet.sees("Op uw terreinen veranderde er deze week niets.", "Wat kan ik hier?")


@pytest.mark.parametrize("kind", [one for one in ATTENTION_KINDS if one.whom is not Whom.COMPANY], ids=lambda kind: kind.name)
async def test_every_kind_of_attention_comes_into_the_day_of_who_is_asked(chat: Chat, kind: AttentionKind) -> None:
    asking = await ASKINGS[kind.name](chat)
    if kind.whom is Whom.DIRECTOR:
        await asking.who.says("regisseur hessenpoort ik")
    [one] = [one for one in await seen_by(chat, asking.who, [kind]) if one.key == asking.key]
    async with step_of(chat, asking.who) as step:
        found = worth_a_tap(await gather(step, [kind], await step.stores.dossiers.states(["t-1"])))
        assert one in found
        card = await day_of_team(step, "")
    assert len(card.buttons) <= MOST_BUTTONS
    assert sum(len(part.entries) for part in card.parts) <= 5


@pytest.mark.parametrize("kind", [one for one in ATTENTION_KINDS if one.whom is Whom.COMPANY], ids=lambda kind: kind.name)
async def test_every_kind_of_a_company_is_the_one_thing_of_its_day(chat: Chat, kind: AttentionKind) -> None:
    asking = await ASKINGS[kind.name](chat)
    [one] = [one for one in await seen_by(chat, asking.who, [kind]) if one.key == asking.key]
    await asking.who.says("vandaag")
    asking.who.sees(one.line, one.tap.title)
    await asking.done()
    await asking.who.says("vandaag")
    asking.who.sees_not(one.line)


async def test_the_day_costs_no_more_statements_on_many_terrains(chat: Chat) -> None:
    noor, costs = await busy(chat), []
    for more in ((), ("regisseur broeklanden ik", "stap de mars zutphen begin", "regisseur de mars zutphen ik")):
        await talk(noor, *more)
        async with step_of(chat, noor) as step:
            with counting(chat.database) as counted:
                await day_of_team(step, "")
        costs.append(len(counted.statements))
    assert costs[0] == costs[1]


async def test_the_week_is_told_at_once_to_who_asks(chat: Chat) -> None:
    noor = await busy(chat)
    chat.now -= datetime.timedelta(days=30)
    await noor.says("weekoverzicht")
    noor.sees("Uw terreinen deze week", "Wat bewoog", "Stap 0, Inventarisatie is begonnen.", "Wat nu verstandig is")
    noor.sees_not("Dit overzicht komt elke week", "Broeklanden")
    yara = chat.person("Yara", admin=True)
    await yara.opens()
    await yara.says("wat is er deze week gebeurd")
    yara.sees("Alle terreinen deze week", "Hessenpoort (Zwolle)", "Broeklanden (Hardenberg)")


async def test_during_a_call_the_day_is_that_of_the_company(chat: Chat) -> None:
    noor = await leads(chat)
    await talk(noor, "intake namens Smit Koeriers", "ja", "kort", "vandaag")
    noor.sees("De vraag was: ")
    noor.sees_not("Vandaag:")


async def test_to_a_question_about_a_month_today_is_an_answer(chat: Chat) -> None:
    fatima = await asked(chat, "upgrade.since")
    await only_open(chat, fatima, "upgrade.since", typing=True)
    await talk(fatima, "verder", "vandaag")
    fatima.sees("Genoteerd: november 2026.")
