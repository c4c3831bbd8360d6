"""Noor writes down what happens on a terrain, prepares a talk with Fatima's company, and keeps what came of it."""

from tests.e2e.conftest import House
from tests.e2e.test_sessions import answers_the_intake
from tests.e2e.window import Window

EAN = "8716 8590 0000 0001 27"


async def test_noor_keeps_the_dossier_and_talks_with_a_company(house: House) -> None:
    await answers_the_intake(house)
    noor = await house.window("noor")
    await writes(noor)
    await talks(noor)
    await noor.says("acties")
    await noor.sees("U heeft 2 open acties.", "offerte sturen", "zaal regelen")
    await noor.picture("team-actions")
    await noor.says("status hessenpoort")
    await noor.sees("Hessenpoort (Zwolle)", "Nu te doen", "Machtigingen")


async def writes(noor: Window) -> None:
    """Write down a contact, something to do, a party and a risk."""
    await noor.says("notitie hessenpoort Gebeld met Jansen Transport: wil graag laden bij de buren")
    await noor.sees("Notitie 1", "Telefoon", "Ik lees dat dit over Jansen Transport gaat.")
    await noor.says("actie hessenpoort zaal regelen voor 12 januari")
    await noor.sees("Actie 2", "zaal regelen")
    await noor.says("betrokkene hessenpoort Gemeente Zwolle")
    await noor.fills_in({"Belang": "Bedrijven houden", "afgesproken": "Zij zoekt een plek voor een laadplein"}, "Opslaan")
    await noor.sees("Betrokkene 3", "Bewaard.")
    await noor.says("risico hessenpoort Het net is vol tot 2030")
    await noor.says("dossier hessenpoort")
    await noor.sees("Dossier Hessenpoort (Zwolle)", "Gemeente Zwolle", "Het net is vol tot 2030", "Wat er gebeurde")
    await noor.picture("dossier")


async def talks(noor: Window) -> None:
    """Prepare a talk, and write down its outcome on cards."""
    await noor.says("gesprek jansen transport")
    await noor.sees("Gesprek met Jansen Transport", "7. De machtiging", "wil graag laden bij de buren")
    await noor.picture("talk")
    await noor.clicks("Gesprek vastleggen")
    await noor.fills_in({"besproken": "Wil samen een laadplein.", "Met wie": "Fatima"}, "Opslaan")
    await noor.sees("Notitie 5", "Individueel gesprek")
    await noor.says("actie jansen transport offerte sturen vrijdag")
    await noor.says("machtiging jansen transport")
    await noor.fills_in({"Wie tekent?": "Henk Jansen", "EAN-codes": EAN}, "Opslaan")
    await noor.sees("Machtiging 7", "871685900000000127")
