"""Calling the companies of a terrain, one at a time: whom, what is said and asked, and what came of it."""

import asyncio
import datetime

import pytest
from sqlalchemy import update

from storage.database.transactions import transaction
from storage.tables.companies import calling, company_nomination
from storage.tables.forms import form_response
from storage.tables.people import intake
from storage.tables.registers import company, company_claim, company_contact, company_link
from tests.beginnings import SHORT, start, start_invited, talk
from tests.chat import Chat
from tests.companies.calling import listed
from tests.dossier.arranging import colleague_of, data, noor_of
from tests.sessions.beginnings import FACTS, MAKE, SEND
from tests.tables import rows

pytestmark = pytest.mark.usefixtures("registered")


async def test_a_director_calls_five_companies(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw", "Buizerd Transport", "Condor Koeriers", "Duif Metaal", "Ekster Opslag")
    noor = await noor_of(chat)
    await noor.says("wie moet ik bellen op hessenpoort")
    noor.sees("Adelaar Bouw", "Deed de intake nog niet. Nog nooit gesproken.", "Contact van Adelaar Bouw", "06 12000001")
    noor.sees("Zeg eerst hoe u aan het nummer komt: Handelsregister.", "Wilt u meedoen?", "Hierna nog 4 bedrijven.")
    await noor.clicks("Niet bereikt")
    noor.sees("Bewaard. Adelaar Bouw: niet bereikt.", "Buizerd Transport", "06 12000002")
    await noor.clicks("Bel later")
    noor.sees("Wanneer belt u Buizerd Transport?", "Morgen", "Volgende week")
    await noor.fills_in({"day": "donderdag"}, "Op deze dag")
    noor.sees("Bewaard. Buizerd Transport: later bellen, op 26 november 2026.", "Condor Koeriers")
    await noor.clicks("Gesproken")
    await noor.fills_in({"note": "Wil eerst offertes zien.", "day": "2026-12-01"}, "Bewaar")
    noor.sees("Bewaard. Condor Koeriers: gesproken, op 1 december 2026.", "Duif Metaal")
    await noor.clicks("Wil niet")
    noor.sees("Duif Metaal wil niet", "worden gewist", "Dat kunt u niet terugdraaien.")
    await noor.clicks("Ja, bel niet meer")
    noor.sees("Bewaard. Duif Metaal: wil niet.", "Ekster Opslag", "Dit is de laatste van de lijst.")
    await noor.clicks("Gesproken")
    await noor.fills_in({}, "Bewaar")
    noor.sees("U bent klaar met deze lijst.", "Vandaag: 2 gesproken, 1 later bellen, 1 niet bereikt en 1 wil niet.")
    assert [(one["outcome"], one["text"], one.get("again", "")) for one in await data(chat)] == [
        ("not_reached", "Niet bereikt.", ""), ("later", "Bel later.", "2026-11-26"),
        ("talked", "Wil eerst offertes zien.", "2026-12-01"), ("not_wanted", "Wil niet gebeld worden.", ""),
        ("talked", "Gesproken.", ""),
    ]  # fmt: skip
    assert await rows(chat, calling) == []
    await noor.clicks("Nog eens: 1 niet bereikt")
    noor.sees("Adelaar Bouw", "Vandaag al gebeld. Probeer het nog een keer.", "Zeg eerst hoe u aan het nummer komt")
    await noor.clicks("Niet bereikt")
    noor.sees("U bent klaar met deze lijst.", "2 niet bereikt")
    noor.sees_not("Nog eens")
    await noor.says("wie bel ik nu")
    noor.sees("Over Hessenpoort (Zwolle):", "U bent klaar met deze lijst.")


async def test_two_directors_at_once_never_call_the_same_company(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw", "Buizerd Transport")
    noor, bram = await noor_of(chat), await colleague_of(chat, "Bram Kok")
    await asyncio.gather(noor.says("bellijst hessenpoort"), bram.says("bellijst hessenpoort"))
    assert len({one["company_id"] for one in await rows(chat, calling)}) == 2
    [first] = [one for one in (noor, bram) if "06 12000001" in one.text()]
    second = bram if first is noor else noor
    second.sees(f"{first.sender.name} belt nu met Adelaar Bouw.", "06 12000002")
    await second.clicks("Niet bereikt")
    second.sees(f"{first.sender.name} belt nu met Adelaar Bouw.", "U bent klaar met deze lijst.")
    chat.now += datetime.timedelta(minutes=30)
    await second.says("bellijst hessenpoort")
    second.sees("06 12000001")
    await first.clicks("Wil niet")  # a card that lay too long does nothing at once
    first.sees(f"{second.sender.name} belt nu met Adelaar Bouw.")
    assert [one["withdrawn_at"] for one in await rows(chat, company)] == [None, None]


async def test_who_withdrew_or_was_erased_in_between_is_not_called(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw", "Jansen Transport", "Eend Metaal")
    fatima = await start_invited(chat)
    noor = await noor_of(chat)
    await noor.says("bellijst hessenpoort")
    noor.sees("Adelaar Bouw")
    async with transaction(chat.database) as connection:
        await connection.execute(update(company).where(company.c.name == "Adelaar Bouw").values(withdrawn_at=chat.now))
    await noor.clicks("Niet bereikt")
    noor.sees("Dit bedrijf wil niet meer benaderd worden. Er is niets bewaard.", "Eend Metaal")
    await noor.clicks("Niet bereikt")
    noor.sees("Jansen Transport", "De vragen zijn nog niet klaar.", "Hoeveel")
    await noor.clicks("Gesproken")
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await noor.fills_in({"note": "Fatima wil meedoen."}, "Bewaar")
    noor.sees("Dit bedrijf doet niet meer mee. Er is niets bewaard.", "U bent klaar met deze lijst.")
    assert [one["outcome"] for one in await data(chat)] == ["not_reached"]


async def test_an_intake_at_once_is_of_the_company_that_was_called(chat: Chat) -> None:
    [adelaar, _] = await listed(chat, "Adelaar Bouw", "Buizerd Transport")
    noor = await noor_of(chat)
    await noor.says("bellijst hessenpoort")
    await noor.clicks("Intake nu")
    noor.sees("Intake met Adelaar Bouw.", "U vult nu de antwoorden in van Adelaar Bouw.")
    await noor.says("nee")
    noor.sees("Het bedrijf wil niet meedoen.", "Het gesprek is afgerond.", "Verder met bellen")
    assert await rows(chat, company_claim) == []  # who said no to an intake did not ask to be forgotten
    assert [one["withdrawn_at"] for one in await rows(chat, company)] == [None, None]
    await noor.clicks("Verder met bellen")
    await noor.clicks("Intake nu")
    await talk(noor, "ja", "kort")
    noor.sees("bestelwagens")  # its name and terrain are known
    await talk(noor, "12", "bellijst")
    noor.sees("Typ eerst 'klaar'")
    await noor.says("klaar")
    noor.sees("De intake van Adelaar Bouw is bewaard.", "Wilt u verder met de bellijst?")
    assert [(one["company_id"], one["how"]) for one in await rows(chat, company_link)] == [(adelaar, "team")]
    [kept] = await rows(chat, form_response)
    assert (kept["company_id"], kept["data"]["outcome"]) == (adelaar, "intake")
    await noor.clicks("Verder met bellen")
    noor.sees("Buizerd Transport")
    await noor.clicks("Niet bereikt")
    noor.sees("Vandaag: 1 intake gedaan en 1 niet bereikt.")


async def test_a_company_on_its_way_hears_what_is_new_and_is_asked_what_is_open(chat: Chat) -> None:
    await listed(chat, "Jansen Transport")
    fatima = await start_invited(chat, "Fatima", *SHORT[2:], "ja", "ja", "nee", "nee", "ja", "ja")
    fatima.sees("Dank u wel")
    noor = await noor_of(chat)
    await noor.says("notitie Jansen Transport gebeld met Fatima")
    await noor.says("bellijst hessenpoort")
    noor.sees("Er is nu niemand om te bellen.")  # all is confirmed, and nothing was agreed
    chat.now += datetime.timedelta(days=1)
    await talk(noor, "stap hessenpoort begin", "stap hessenpoort af want de wethouder was boos", "machtiging jansen transport")
    await noor.fills_in({"asked": "2026-11-24"}, "Opslaan")
    await noor.says("sessieplan hessenpoort startsessie")
    await noor.fills_in(FACTS, MAKE)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    chat.now += datetime.timedelta(days=7)
    await noor.says("bellijst hessenpoort")
    noor.sees("De machtiging is gevraagd, en nog niet getekend.", "Gesprek", "Startsessie gepland op 14 januari 2027")
    noor.sees("Komt u? Startsessie, 14 januari 2027, 19:30.", "Is de machtiging al getekend?")
    noor.sees("24 november 2026: Afgerond: stap 0")
    noor.sees_not("wethouder")  # our reasons are our own
    noor.sees("23 november 2026, telefoon", "(gebeld met Fatima)")
    noor.sees_not("Zeg eerst", "Intake nu")
    await noor.clicks("Wil niet")
    noor.sees("Het verdwijnt uit de bellijst.", "De antwoorden blijven staan.")
    fatima.fresh = []
    await noor.clicks("Ja, bel niet meer")
    noor.sees("U bent klaar met deze lijst.")
    await chat.notices()
    fatima.sees_nothing()
    assert len(await rows(chat, company_contact)) == 1
    await noor.says("bellijst hessenpoort")
    noor.sees_not("Jansen Transport")


async def test_a_number_of_somebody_can_be_left_out_and_nothing_is_lost(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw")
    noor = await noor_of(chat)
    await noor.says("bellijst hessenpoort")
    await noor.clicks("Gesproken")
    words = "Bel Fatima op 06-87654321 of mail fatima@thuis.example voor 1-12-2026."
    await noor.fills_in({"note": words, "day": "2026-12-01"}, "Bewaar")
    noor.sees("In uw notitie staat: 06-87654321 en fatima@thuis.example.", "Er is nog niets bewaard.")
    assert await data(chat) == []
    await noor.clicks("Terug")
    noor.sees(words)
    await noor.fills_in({"note": words, "day": "2026-12-01"}, "Bewaar")
    await noor.clicks("Laat weg en bewaar")
    [kept] = await data(chat)
    assert (kept["text"], kept["again"]) == ("Bel Fatima op … of mail … voor 1-12-2026.", "2026-12-01")


async def test_who_was_named_by_another_hears_by_whom_only_when_that_is_allowed(chat: Chat) -> None:
    made = await listed(chat, "Adelaar Bouw", "Buizerd Transport", "Condor Koeriers")
    noor, _ = await noor_of(chat), await start(chat)
    [by] = [one["id"] for one in await rows(chat, intake) if one["company"] == "Jansen Transport"]
    async with transaction(chat.database) as connection:
        named = [{"company_id": one, "intake_id": by, "may_tell": one == made[1]} for one in made[1:]]
        await connection.execute(company_nomination.insert(), named)
    await noor.says("bellijst hessenpoort")
    noor.sees("Buizerd Transport", "Genoemd door Jansen Transport. Dat mag u zeggen. Nog nooit gesproken.")
    await noor.clicks("Niet bereikt")
    noor.sees("Condor Koeriers", "Genoemd door een ander bedrijf. Zeg niet welk.")
    noor.sees_not("Jansen")


async def test_whoever_asked_to_be_called_comes_first_on_the_number_they_gave(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw")
    fatima, noor = await start(chat), await noor_of(chat)
    await talk(fatima, "bel mij op 06 87654321", "ja")
    await noor.says("bellijst hessenpoort")
    noor.sees("Jansen Transport", "Wil gebeld worden. Gevraagd op", "06 87654321", "Hierna nog 1 bedrijf.")
