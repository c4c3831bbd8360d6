"""`make demo`: the whole house on this machine, seen by an entrepreneur and by a member of the project team."""

import asyncio
import datetime
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path

from demo.bot import APP, PLAN_MAP, TERRAINS, bot, settings
from demo.companies import settle
from demo.history import tell_history
from demo.playground import playground
from demo.processes import NotStarted, Program
from storage.database.engine import create_engine
from storage.database.server import ServerFailed, serving

PEOPLE = {"fatima": "Fatima, Jansen Transport", "noor": "Noor, projectteam"}
FIRST = {
    "fatima": (
        "Zeg ja op de eerste vraag en beantwoord de vragen: typ, of vul de kaart in.",
        "Probeer ook: 'een stuk of tien', 'half zeven', 'weet ik niet'. Na de vragen: 'mijn laadvraag'.",
    ),
    "noor": (
        "Typ: 'terreinen', 'status hessenpoort', 'factsheet hessenpoort', 'notitie hessenpoort Gebeld met de parkmanager'.",
        "In het kanaal Hessenpoort noemt u de bot met @. Koppel het team eerst: '@Laadmaat koppel projectteam'.",
        "Daarna: '@Laadmaat volg hessenpoort'. Het kanaal hoort dan wat er gebeurt.",
    ),
}
DOOR = "Ruud, zonder Teams"
FIRST_AT_THE_DOOR = (
    "Druk op Begin, zeg ja, en kies Kort. Het terrein is al bekend. Daarna ziet Noor hem met: 'status hessenpoort'.",
    "Herlaad de pagina halverwege, of open haar nog een keer: het gesprek gaat verder waar het was.",
    "Dit is het vierkant ervan, zoals het op een flyer staat:",
)
FIRST_PLAYGROUND = 56150
_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """Run the demo until Ctrl-C; return 0 when it was stopped, 1 when something in it stopped by itself."""
    data_dir = Path(os.environ.get("DATA_DIR") or "var")
    port = int(os.environ.get("PORT") or 3978)
    if taken(port):
        print(f"Poort {port} is al in gebruik. Stop wat daar draait, of kies een andere: make demo PORT=3979")
        return 1
    for number in _ENDINGS:
        signal.signal(number, interrupt)
    try:
        with house(data_dir, port) as programs:
            return watch(programs)
    except KeyboardInterrupt:
        print("\nGestopt.")
        return 0
    except (NotStarted, ServerFailed, FileNotFoundError) as failed:
        print(failed)
        return 1


@contextmanager
def house(data_dir: Path, port: int) -> Iterator[list[Program]]:
    """Start everything, tell where it is, and end it in the opposite order."""
    with ExitStack() as stack:
        say("1/4 PostgreSQL starten")
        url = stack.enter_context(serving("", data_dir))
        environment, here = settings(data_dir, port), f"http://127.0.0.1:{port}"
        say("2/4 Tabellen maken, terreinen en bedrijven inlezen; de eerste keer duurt dat een halve minuut")
        bring_terrains(environment)
        bring(environment, PLAN_MAP, "Voorbeeld van een plankaart")
        companies, terrains = asyncio.run(bring_past(url))
        print(f"Verzonnen bedrijven op Hessenpoort: {companies}. Terreinen met een verleden: {terrains}.", flush=True)
        say("3/4 De bot starten")
        programs = [stack.enter_context(bot(environment, data_dir / "bot.log"))]
        say("4/4 De chatvensters starten")
        addresses = {}
        for number, person in enumerate(PEOPLE, FIRST_PLAYGROUND):
            chat = playground(person, here, data_dir / f"{person}.log", number)
            addresses[person], started = stack.enter_context(chat)
            programs.append(started)
        say(
            *invitation(addresses, f"{here}/gesprek/t/demo-01"),
            f"Wat de bot meldt, staat in {data_dir / 'bot.log'}. Stoppen: Ctrl-C.",
        )
        yield programs


def say(*lines: str) -> None:
    """Print at once, so that nobody takes a wait for a hang."""
    print("\n".join(lines), flush=True)


def invitation(addresses: Mapping[str, str], door: str) -> Iterator[str]:
    """Yield where everybody is, and what to try first as each of them; `door` is the way in without Teams."""
    yield from ("", "Laadmaat draait. Open een adres in uw browser:", "")
    for person, words in PEOPLE.items():
        yield f"  {words:<26}{addresses[person]}"
        yield from (f"    {tip}" for tip in FIRST[person])
        yield ""
    yield f"  {DOOR:<26}{door}"
    yield from (f"    {tip}" for tip in FIRST_AT_THE_DOOR)
    yield from ("", square(door))
    yield "Blijft een gesprek leeg? Typ dan: start"


def square(address: str) -> str:
    """Return a square to scan, drawn in letters."""
    import segno  # as everywhere: what takes a while to load is loaded where it is used

    drawn = StringIO()
    segno.make_qr(address).terminal(drawn, border=2, compact=True)
    return drawn.getvalue()


def bring_terrains(environment: Mapping[str, str]) -> None:
    """Import the example terrains; again changes nothing. Raises NotStarted."""
    bring(environment, TERRAINS, "Voorbeeldterreinen")


def bring(environment: Mapping[str, str], file: Path, what: str) -> None:
    """Import an example; again changes nothing. Raises NotStarted."""
    command = [sys.executable, APP, "import", str(file)]
    done = subprocess.run(command, check=False, env={**os.environ, **environment}, capture_output=True, text=True)
    said = (done.stdout + done.stderr).strip().splitlines()
    if done.returncode:
        raise NotStarted(f"{what}: niet ingelezen. {said[-1] if said else done.returncode}")
    print(f"{what}: {said[-1]}", flush=True)


async def bring_past(url: str) -> tuple[int, int]:
    """Put the invented companies and what happened in the database, unless it is there; return how many of both."""
    now, database = datetime.datetime.now(datetime.UTC), create_engine(url, connections=1)
    try:
        return await settle(database, now), await tell_history(database, now)
    finally:
        await database.dispose()


def watch(programs: list[Program]) -> int:
    """Wait until something stops by itself."""
    while True:
        for program in programs:
            if program.ended:
                print(f"{program.name} stopte: {program.last_words()}")
                return 1
        time.sleep(0.5)


def interrupt(*_: object) -> None:
    """End the demo; a second Ctrl-C does not disturb the tidying up."""
    for number in _ENDINGS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def taken(port: int) -> bool:
    """Say whether something listens on this port of the machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    sys.exit(main())
