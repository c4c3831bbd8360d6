"""The briefing for a talk with a company, and what is written down afterwards."""

import datetime

import pytest

from domain.dossier.briefing import TALK
from domain.plan.events import NewEvent, PlanKind
from storage.database.transactions import transaction
from storage.plan.events import Dossiers
from storage.tables.dossier import terrain_state
from storage.tables.forms import form_response
from storage.tables.paper import paper
from storage.tables.registers import company_contact, import_run, plan_map
from tests.access.arranging import links
from tests.beginnings import finish_short, start
from tests.chat import Chat
from tests.dossier.arranging import in_channel, noor_of, registers
from tests.papers.test_session_papers import words_of_document
from tests.tables import mentions, rows

EAN = "871685900000000127"


async def plan_map_says(chat: Chat) -> None:
    """Let the plan map have figures of terrain t-1."""
    figures = {"terrain_id": "t-1", "year": 2030, "charging_kw": 4200, "grid_kw": 1500, "congestion": "volledige congestie"}
    async with transaction(chat.database) as connection:
        await connection.execute(plan_map.insert().values(**figures, origin_file="t", origin_at=chat.now))


async def has_contact(chat: Chat, company_id: object) -> None:
    """Let the register know whom to call."""
    async with transaction(chat.database) as connection:
        run = {
            "kind": "companies",
            "file": "lijst.csv",
            "digest": "x",
            "source": "de lijst van de gemeente",
            "added": 1,
            "changed": 0,
        }
        made = import_run.insert().values(**run, ground="taak van algemeen belang").returning(import_run.c.id)
        number = (await connection.execute(made)).scalar_one()
        who = {"name": "Piet Jansen", "position": "planner", "phone": "06 00000000", "key": "piet"}
        await connection.execute(company_contact.insert().values(company_id=company_id, import_id=number, **who))


async def test_the_seven_points_in_order_with_what_is_known(chat: Chat) -> None:
    noor, _ = await noor_of(chat), await finish_short(chat)
    await registers(chat, "Bakker Bouw")
    await plan_map_says(chat)
    await noor.says("gesprek jansen transport")
    text = noor.text()
    places = [text.index(f"{number}. {words.title}") for number, words in enumerate(TALK.points, start=1)]
    assert places == sorted(places)
    noor.sees("Gesprek met Jansen Transport", "Hessenpoort (Zwolle). Reken op 30 minuten.", "Fatima")
    noor.sees("Bestelwagens", "12 nu en 8 elektrisch in 2030", "hier van 18:00 tot 06:00")
    noor.sees("Plankaart 2030", "4.200 kW gevraagd en 1.500 kW op het net", "nooit de plankaart")
    noor.sees("De indicatie voor dit bedrijf, zoals het die zelf ziet:", "In 2030:", "Alle cijfers zijn een indicatie.")
    noor.sees("Rol op het terrein:", "Zeg één keer dat u dat begrijpt.", "Machtiging", "nog niet gevraagd")
    noor.sees("Er is nog geen contact met dit bedrijf genoteerd.", "Er staat nog geen sessie gepland.")


async def test_a_company_that_did_not_begin_has_a_briefing_too(chat: Chat) -> None:
    noor = await noor_of(chat)
    (bakker,) = await registers(chat, "Bakker Bouw")
    await has_contact(chat, bakker)
    await noor.says("gesprek bakker")
    noor.sees("Gesprek met Bakker Bouw", "Dit bedrijf vulde nog niets in.", "Piet Jansen", "planner, 06 00000000")
    noor.sees("Zeg bij dit eerste contact hoe u aan de gegevens komt: de lijst van de gemeente (taak van algemeen belang).")
    await noor.says("notitie bakker bouw Gebeld, wil meedoen")
    await noor.says("gesprek bakker bouw")
    noor.sees_not("Zeg bij dit eerste contact")


async def test_what_is_open_in_a_half_intake_is_named(chat: Chat) -> None:
    noor, _ = await noor_of(chat), await start(chat)
    await noor.says("gesprek jansen transport")
    noor.sees("Het bedrijf bevestigde deze antwoorden nog niet.", "Nog open: ")


async def test_after_the_talk_one_card_takes_notes_actions_needs_and_mandate(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, _ = await noor_of(chat), await finish_short(chat)
    await noor.says("gesprek jansen transport")
    card = noor.fresh[-1]
    await noor.clicks("Gesprek vastleggen", on=card)
    noor.sees("Nieuwe notitie", "Jansen Transport, Hessenpoort (Zwolle)")
    filled = {"Wat is er besproken?": "Wil samen laden.", "Met wie?": "Fatima", "Wat is nieuw voor hen?": "De buren doen mee."}
    await noor.fills_in(filled, "Opslaan")
    noor.sees("Individueel gesprek", "Wil samen laden.")
    await noor.clicks("Actie", on=card)
    await noor.fills_in({"Wat moet er gebeuren?": "Offerte sturen", "Wanneer klaar?": "2026-11-30"}, "Opslaan")
    noor.sees("Actie 2", "30 november 2026", "Noor Bos")
    await noor.clicks("Nodig en te bieden", on=card)
    await noor.fills_in({"Wat heeft het bedrijf nodig?": "Vier laadplekken"}, "Opslaan")
    await noor.clicks("Machtiging", on=card)
    noor.sees("Nieuwe machtiging", "EAN-codes van stroom")
    await noor.fills_in(
        {"Getekend op": "2026-11-23", "Wie tekent?": "Henk Jansen", "EAN-codes van stroom": f"EAN {EAN}"}, "Opslaan"
    )
    noor.sees("Machtiging 4", "Henk Jansen", EAN)
    await noor.says("gesprek jansen transport")
    noor.sees("Laatste contact: 23 november 2026, individueel gesprek. Wil samen laden.", "Toen was nieuw: De buren doen mee.")
    noor.sees("Open: Actie 2, Offerte sturen.", "Nodig: Vier laadplekken.")
    noor.sees("getekend op 23 november 2026 door Henk Jansen, 1 EAN-code")
    assert [row["last_contact"] for row in await rows(chat, terrain_state)] == [datetime.date(2026, 11, 23)]
    await noor.says("behoefte jansen transport")
    noor.sees("Nodig en te bieden 3", "Vier laadplekken")


@pytest.mark.parametrize(
    ("filled", "sees"),
    [
        ({"EAN-codes van stroom": EAN[:-1] + "8"}, "Deze EAN-code klopt niet. Kijk elk cijfer na."),
        ({"EAN-codes van stroom": f"{EAN}\n12345"}, "Regel 2: Een EAN-code heeft 18 cijfers. Dit zijn er 5."),
        ({"Gevraagd op": ""}, "Kies de dag waarop u het vroeg."),
        ({"Getekend op": "2026-11-20"}, "Deze dag ligt voor de dag waarop u het vroeg."),
        ({"Getekend op": "2026-11-24", "Wie tekent?": "Henk"}, "Deze dag komt nog."),
        ({"Getekend op": "2026-11-23"}, "Vul in wie heeft getekend."),
        ({"E-mail van wie tekent": "henk"}, "Dit lijkt geen e-mailadres."),
    ],
)
async def test_what_is_wrong_with_a_mandate_is_said_and_kept_on_the_card(chat: Chat, filled: dict[str, str], sees: str) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Bakker Bouw")
    await noor.says("machtiging bakker bouw")
    await noor.fills_in(filled, "Opslaan")
    noor.sees("Er is nog niets bewaard.", sees)
    assert await rows(chat, form_response) == []


async def test_several_codes_with_their_address_are_kept_and_changed_later(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Bakker Bouw")
    await noor.says("machtiging bakker bouw")
    await noor.fills_in({"EAN-codes van stroom": f"8716 8590 0000 0001 27 8028pm 12, {EAN}, 871685900000056162"}, "Opslaan")
    noor.sees(f"{EAN} 8028 PM 12", "871685900000056162")
    await noor.says("machtiging bakker bouw")
    noor.sees("Machtiging 1")
    await noor.fills_in({"Getekend op": "2026-11-23", "Wie tekent?": "Bea Bakker"}, "Opslaan")
    noor.sees("Bewaard.", "Bea Bakker")
    await noor.says("status hessenpoort")
    noor.sees("1 getekend")
    await noor.says("open 1")
    await noor.clicks("Intrekken")
    noor.sees("Machtiging 1 is ingetrokken")


async def test_what_is_new_since_the_last_contact_and_nothing_older(chat: Chat) -> None:
    noor, _ = await noor_of(chat), await finish_short(chat)
    await noor.says("notitie hessenpoort")
    await noor.fills_in({"Wat is er besproken?": "Netoverleg", "Wat is nieuw voor hen?": "Oud nieuws van het net."}, "Opslaan")
    await noor.says("gesprek jansen transport")
    noor.sees("Nieuw voor dit bedrijf:", "Oud nieuws van het net.")
    chat.now += datetime.timedelta(days=2)
    await noor.says("notitie jansen transport gebeld en bijgepraat")
    await noor.says("gesprek jansen transport")
    noor.sees("Er is niets nieuws sinds het laatste contact.")
    chat.now += datetime.timedelta(days=2)
    await noor.says("notitie hessenpoort")
    await noor.fills_in({"Wat is er besproken?": "Nog een overleg", "Wat is nieuw voor hen?": "Er is 2 MW vrij."}, "Opslaan")
    await noor.says("gesprek jansen transport")
    noor.sees("Nieuw voor dit bedrijf:", "27 november 2026: Er is 2 MW vrij.")
    noor.sees_not("Oud nieuws")


async def test_the_dossier_tells_what_happened_in_the_plan_with_names(chat: Chat) -> None:
    noor = await noor_of(chat)
    (bakker,) = await registers(chat, "Bakker Bouw")
    await noor.says("regisseur hessenpoort ik")
    letter = NewEvent("t-1", PlanKind.LETTER, chat.now, {"state": "signed"}, company=bakker)
    planned = {"session": {"id": "1", "format": "start", "at": "2027-01-14T18:30:00+00:00"}}
    odd = NewEvent("t-1", "from_a_newer_version", chat.now, {"entry": "x"})
    async with transaction(chat.database) as connection:
        await Dossiers(connection, None).record(letter, NewEvent("t-1", "session_planned", chat.now, planned), odd)
    await noor.says("dossier hessenpoort")
    noor.sees("Regisseur aangewezen (Noor Bos)", "Intentieverklaring getekend (Bakker Bouw)")
    noor.sees("Startsessie gepland op 14 januari 2027, 19:30", "Er is iets gewijzigd")


async def test_a_choice_of_companies_comes_with_the_terrain(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, "Bakker Bouw")
    await registers(chat_either_way, "Bakker Bouw", on="t-3")
    await noor.says("gesprek bakker bouw")
    noor.sees("Welk bedrijf bedoelt u?", "Bakker Bouw, Hessenpoort (Zwolle)", "Bakker Bouw, Broeklanden (Hardenberg)")
    await noor.clicks("Bakker Bouw, Broeklanden (Hardenberg)")
    noor.sees("Gesprek met Bakker Bouw", "Broeklanden (Hardenberg). Reken op 30 minuten.")
    await noor.says("gesprek baker bouw hessenpoort")
    noor.sees("Bedoelt u dit bedrijf?", "Bakker Bouw, Hessenpoort (Zwolle)")
    await noor.says("gesprek xylofoon")
    noor.sees("Ik ken geen bedrijf dat op “xylofoon” lijkt.")


async def test_a_briefing_is_gone_with_its_company(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await noor.says("gesprek jansen transport")
    await fatima.says("verwijder mijn gegevens")
    await fatima.says("ja")
    await chat.turns.receipts.write()
    assert await mentions(chat, "jansen transport", "hier van 18:00") == []
    await noor.says("gesprek jansen transport")
    noor.sees("Ik ken geen bedrijf")


async def test_the_briefing_on_paper_says_the_same_and_goes_with_its_company(chat: Chat) -> None:
    chat.public_url = "https://laadmaat.example"
    await chat.restarts()
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await noor.says("notitie jansen transport gebeld, wil \x0bsamen laden")
    await noor.says("gesprek jansen transport")
    await noor.clicks("Op papier")
    noor.sees("Gesprek met Jansen Transport.docx", "De voorbereiding, om te printen.")
    (kept,) = await rows(chat, paper)
    words = words_of_document(kept["content"])
    for words_there in ("Gesprek met Jansen Transport", *(one.title for one in TALK.points), "12 nu en 8 elektrisch in 2030"):
        assert words_there in words
    assert "samen laden" in words
    await fatima.says("verwijder mijn gegevens")
    await fatima.says("ja")
    assert await rows(chat, paper) == []


async def test_no_answers_go_on_paper_in_a_channel(chat: Chat) -> None:
    noor, _ = await noor_of(chat), await finish_short(chat)
    await links(chat, noor)
    await in_channel(noor, "gesprek jansen transport")
    noor.sees("Gesprek met Jansen Transport")
    await in_channel(noor, "gespreksblad jansen transport")
    noor.sees("Dat kan alleen in uw eigen chat met mij.")
    assert await rows(chat, paper) == []


async def test_intakes_by_telephone_are_the_teams_own(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("intake namens Smit Koeriers")
    for words in ("ja", "kort", "Hessenpoort", "3", "0", "0", "0", "klaar"):
        await noor.says(words)
    await noor.says("gesprek smit koeriers")
    noor.sees("Gesprek met Smit Koeriers", "Bestelwagens", "Het bedrijf bevestigde deze antwoorden nog niet.")
