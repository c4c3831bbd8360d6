"""Fatima sends a file of her meter in her own chat: it is read, shown, and only after her yes two days of it are kept."""

import pytest

from storage.tables.meter import measured_days, meter_file
from storage.tables.people import intake
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.meter.sending import WINTER, known_company, sends
from tests.meter.shapes import EAN, OTHER_EAN, both_ends, day_of, dutch, epochs, net, tariffs
from tests.tables import rows


async def test_a_file_is_shown_first_and_kept_after_a_yes(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, tariffs(WINTER), f"data_2026_{EAN}.csv")
    fatima.sees(
        "Dit las ik", "Er is nog niets bewaard. Klopt dit?", "Eindigt op 0998", "20 januari 2026 tot en met 21 januari 2026"
    )
    fatima.sees("Hoogste gebruik\n100 kW, op 20 januari 2026, 07:00", "een gewone winterdag", "Het bestand bewaar ik niet.")
    assert await rows(chat, measured_days) == []
    (waiting,) = await rows(chat, meter_file)
    assert waiting["content"] is None

    before = [row["revision"] for row in await rows(chat, intake)]
    await fatima.clicks("Klopt, gebruik dit")
    fatima.sees("Uw meter", "Een CSV-bestand, door u bevestigd op", "Telt tot", "Uw laadvraag")
    (kept,) = await rows(chat, measured_days)
    assert (kept["winter"][0], max(kept["highest"])) == (40.0, 100.0)
    assert await rows(chat, meter_file) == []
    assert [row["revision"] for row in await rows(chat, intake)] == [before[0] + 1]


async def test_what_is_asked_about_a_file_takes_one_tap_each(chat: Chat) -> None:
    fatima = await known_company(chat)
    half = {at: kwh for at, kwh in WINTER.items() if list(WINTER).index(at) >= 24}
    await sends(fatima, epochs(half), "meting.json")
    fatima.sees("Eén vraag over uw bestand", "De eerste tijd in het bestand is 6:15. Over welke tijd gaat dat getal?")
    (waiting,) = await rows(chat, meter_file)
    assert waiting["content"] is not None  # it is read once more
    await fatima.clicks("6:00 tot 6:15")
    fatima.sees("Dit las ik", "20 januari 2026 tot en met 21 januari 2026", "Klopt, gebruik dit")
    (waiting,) = await rows(chat, meter_file)
    assert waiting["content"] is None


async def test_a_no_leaves_nothing(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, dutch(WINTER))
    card = fatima.newest("Klopt, gebruik dit")
    yes = card.button("Klopt, gebruik dit")
    await fatima.clicks("Nee")
    fatima.sees("Goed, ik gebruik dit niet. Ik bewaar niets van het bestand.")
    assert (await rows(chat, meter_file), await rows(chat, measured_days)) == ([], [])
    await fatima.presses(yes, {}, card)
    fatima.sees("Dit bestand is er niet meer. Stuur het zo nodig opnieuw.")


async def test_the_measured_use_counts_and_what_was_typed_stays(chat: Chat) -> None:
    fatima = await known_company(chat)
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in({"grid.contracted_kw": "600", "grid.peak_kw": "150"}, "Opslaan")
    await sends(fatima, dutch(WINTER))
    fatima.sees("U typte eerder 150 kW als hoogste gebruik. Dat blijft staan, maar de meting telt.")
    fatima.fresh = []
    await fatima.clicks("Klopt, gebruik dit")
    fatima.sees("Uw ruimte is")
    await fatima.says("overzicht")
    fatima.sees("150 kW")


async def test_the_meter_replaces_the_question_after_the_highest_use(chat: Chat) -> None:
    asked = "Wat is nu uw hoogste gebruik, in kW?"
    fatima, bram = await known_company(chat), chat.person("Bram")
    await agree(bram)
    await talk(bram, "Bakker", "Hessenpoort", "0", "0", "0", "10", "10", "18:00", "06:00", "4", "groot")
    await talk(bram, "nee", "nee", "nee", "nee", "nee", "ja")
    await sends(fatima, dutch(WINTER))
    await fatima.clicks("Klopt, gebruik dit")
    for someone in (fatima, bram):
        someone.fresh = []
        await someone.says("volledig")
        for _ in range(60):
            if asked in someone.text() or "Klopt het?" in someone.text():
                break
            await someone.says("weet ik niet")
    assert asked in bram.text()
    assert asked not in fatima.text()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"rin;naam\n1;Hessenpoort\n", "Dit lijkt geen bestand van een meter."),
        (b"\x00\x01\x02", "niet te lezen"),
        (b"%PDF-1.7", "Dit is een PDF-bestand."),
        (b"PK\x03\x04 geen werkmap", "Dit Excel-bestand is beschadigd."),
        (("Datum;kWh\n" + "x" * 5000).encode(), "Dit bestand heeft cellen met heel veel tekst."),
        (b"", "Het bestand is leeg."),
    ],
)
async def test_what_is_no_meter_file_is_refused_and_leaves_nothing(chat: Chat, content: bytes, why: str) -> None:
    fatima = await known_company(chat)
    await sends(fatima, content)
    fatima.sees(why, "Ik bewaar niets van het bestand.")
    assert (await rows(chat, meter_file), await rows(chat, measured_days)) == ([], [])


async def test_a_file_that_cannot_be_used_says_why_and_offers_no_yes(chat: Chat) -> None:
    fatima = await known_company(chat)
    spread = {**day_of("2026-01-20", lambda _: 1.5625), **day_of("2026-01-21", lambda _: 1.7)}
    await sends(fatima, dutch(spread))
    fatima.sees("Ik kan dit bestand niet gebruiken. Elke dag is gelijk over de kwartieren verdeeld.", "Hoogste gebruik\nOnbekend")
    assert not fatima.screen[-1].has_button("Klopt, gebruik dit")
    assert await rows(chat, meter_file) == []


async def test_solar_below_zero_breaks_nothing(chat: Chat) -> None:
    fatima = await known_company(chat)
    sunny = day_of("2026-01-20", lambda _: 10.0, lambda place: 60.0 if 40 <= place < 60 else 0.0)
    await sends(fatima, net(sunny))
    fatima.sees("Teruggeleverd\n1.000 kWh, op zijn hoogst 200 kW")
    await fatima.clicks("Klopt, gebruik dit")
    fatima.sees("Uw laadvraag")
    (kept,) = await rows(chat, measured_days)
    assert min(kept["winter"]) == -200.0


async def test_two_connections_in_one_file_are_asked_after(chat: Chat) -> None:
    fatima = await known_company(chat)
    rest = both_ends(WINTER).splitlines()[1:]
    lines = [f"{ean};{one}" for ean in (EAN, OTHER_EAN) for one in rest]
    await sends(fatima, "\n".join(("EAN;Van;Tot;Levering kWh;Teruglevering kWh", *lines)))
    fatima.sees("In dit bestand staan meer aansluitingen. Welke is van u?")
    await fatima.clicks("EAN eindigt op 0882")
    fatima.sees("Eindigt op 0882", "Klopt, gebruik dit")


async def test_a_second_file_takes_the_place_of_the_first(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, dutch(WINTER))
    old = fatima.newest("Klopt, gebruik dit")
    await sends(fatima, dutch(day_of("2026-02-03", lambda _: 2.0 + _ % 3)))
    await fatima.presses(old.button("Klopt, gebruik dit"), {}, old)
    fatima.sees("Dit bestand is er niet meer.")
    await fatima.clicks("Klopt, gebruik dit")
    (kept,) = await rows(chat, measured_days)
    assert max(kept["highest"]) == 16.0


async def test_nobody_else_reaches_a_file(chat: Chat) -> None:
    fatima, bram = await known_company(chat), chat.person("Bram")
    await agree(bram)
    await talk(bram, "Bakker")
    await sends(fatima, dutch(WINTER))
    (waiting,) = await rows(chat, meter_file)
    own = {str(row["id"]) for row in await rows(chat, intake)} - {str(waiting["intake_id"])}
    for about in (*own, str(waiting["intake_id"])):
        for do in ("keep", "drop", "answer", "remove"):
            await bram.presses_raw(
                "meter", {"intake": about, "file": str(waiting["id"]), "do": do, "asks": "unit", "option": "kw"}
            )
    assert len(await rows(chat, meter_file)) == 1
    assert await rows(chat, measured_days) == []


async def test_without_consent_no_file_is_read(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.sends_a_file("kwartieren.csv", dutch(WINTER).encode())
    fatima.sees("Bestanden en plaatjes kan ik niet lezen.")
    assert fatima.errands == ()
    assert await rows(chat, meter_file) == []
