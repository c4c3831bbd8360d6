"""An invented register comes in: at the server, and as files in the chat of an administrator; then the team finds it all."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from playwright.async_api import expect

from demo.bot import APP
from tests.e2e.conftest import House
from tests.e2e.playing import file_host, post, send_file
from tests.e2e.window import Window
from tests.registers import files
from tests.terrains import register

COMPANIES = files.companies(files.JANSEN, files.BOER, files.BAKKER)
PLAN_MAP = files.plan_map("9001,2030,4200,160,800,volledige congestie")


def imports(house: House, path: Path, *more: str) -> str:
    """Import a file at the server; return what was said."""
    command = [sys.executable, APP, "import", str(path), *more]
    done = subprocess.run(command, check=True, env={**os.environ, **house.environment}, capture_output=True, text=True)
    return done.stdout


async def test_a_register_imported_at_the_server_is_found_in_the_browser(house: House, tmp_path: Path) -> None:
    known = register.save(tmp_path, register.written(register.rows()))
    assert "Nieuw: 8. Gewijzigd: 0. Ongewijzigd: 0. Geweigerd: 0." in imports(house, known)
    assert "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 8. Geweigerd: 0." in imports(house, known)
    told = ("--bron", "Handelsregister", "--grond", "gerechtvaardigd belang")
    assert "Nieuw: 3." in imports(house, register.save(tmp_path, COMPANIES, "bedrijven.csv"), *told)
    assert "Nieuw: 1." in imports(house, register.save(tmp_path, PLAN_MAP, "plankaart.csv"))

    noor = await house.window("noor")
    await noor.says("status zilverhoek")
    await noor.sees("Zilverhoek (Zwolle)", "van 2 bekende bedrijven", "4.200 kW gevraagd", "volledige congestie")
    await noor.says("status silverhoek 3")
    await noor.sees("Zilverhoek III (Zwolle)")
    await noor.says("status wilgenkamp")
    await noor.sees("De Wilgenkamp (Almelo)", "De Wilgenkamp (Apeldoorn)")
    await noor.says("terreinen zwolle sorteer op laadvraag")
    await noor.sees("'t Vossenveld (fase 1) (Zwolle)", "4.200 kW gevraagd en 800 kW op het net")


async def test_an_administrator_sends_registers_in_chat(house: House, tmp_path: Path) -> None:
    register.save(tmp_path, register.written(register.rows()))
    register.save(tmp_path, COMPANIES, "bedrijven.csv")
    register.save(tmp_path, files.companies(files.JANSEN, "9009,Nergens,,,,,"), "fout.csv")
    noor = await house.window("noor")
    with file_host(tmp_path) as host:
        await send_file(noor, f"{host}/terreinen.csv")
        await noor.sees("Proef: terreinen uit terreinen.csv", "Er is nog niets opgeslagen.")
        await noor.clicks("Voer uit")
        await noor.sees("Klaar. Er zijn 8 terreinen opgeslagen.")

        await send_file(noor, f"{host}/fout.csv")
        await noor.sees("Regel 3, kolom rin_nummer: Terrein 9009 staat niet in ons register.")

        await send_file(noor, f"{host}/bedrijven.csv")
        await noor.sees("Proef: bedrijven uit bedrijven.csv", "Waar komen deze contacten vandaan?")
        told = {"Waar komen deze contacten vandaan": "Handelsregister", "grond": "Gerechtvaardigd belang"}
        await noor.fills_in(told, "Voer uit", picture="import")
        await noor.sees("Klaar. Er zijn 3 bedrijven opgeslagen.")
    await finds(noor)


async def finds(noor: Window) -> None:
    """Look up what was sent, and read what a company must hear first."""
    await noor.says("terreinen zwolle")
    await noor.sees("Zilverhoek (Zwolle)")
    await asyncio.sleep(2)  # names are looked at anew every two seconds
    await noor.says("status zilverhoek")
    await noor.sees("van 2 bekende bedrijven")
    await noor.says("uitnodigen zilverhoek Jansen Transport")
    await noor.sees("Zet dit er ook bij:", "Uw gegevens kregen wij van: Handelsregister.", "gerechtvaardigd belang")


async def test_a_channel_is_linked_and_then_told_all(house: House) -> None:
    noor = await house.window("noor")
    await post(noor, "Hessenpoort", "status hessenpoort", "Hessenpoort (Zwolle)", "Regisseur", "Factsheet")
    await expect(noor.page.get_by_text("Nu te doen")).to_have_count(0)
    await post(noor, "Hessenpoort", "koppel projectteam", "Laden Oost", "Noor Bakker")
    await post(noor, "Hessenpoort", "status marslanden", "Marslanden (Zwolle)", "Nu te doen", "Benaderd")
