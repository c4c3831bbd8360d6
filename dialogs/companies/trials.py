"""`proefbedrijf`: a company with invented answers, to try everything with; it counts nowhere and goes with one tap."""

import re
from dataclasses import replace
from uuid import UUID

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.place import Phase, Place
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.intake.acceptance import key_in
from domain.terrains.terrains import TerrainName

PRESSED = re.compile(r"(?P<do>open|weg) i:(?P<key>[0-9a-f-]{36})")
GONE = "Dit proefbedrijf is er niet meer."
BUSY = "U vult nu een intake in. Typ eerst 'klaar'."
OPENED = "U antwoordt nu als {name}. Typ 'klaar' als u klaar bent."
LATER = "Typ later 'proefbedrijf lijst' om het terug te zien."
OTHERS = "Zij tellen nergens mee. Dit zijn de nieuwste."
SHOWN = 3  # each has two taps


async def try_out(step: Step, text: str) -> None:
    """Make a test company, open it, or throw one away."""
    pressed = PRESSED.fullmatch(text)
    key = key_in(pressed["key"]) if pressed is not None else None
    if step.known.acting:
        step.say(BUSY)
    elif pressed is not None and key is not None:
        await (open_trial(step, key) if pressed["do"] == "open" else drop_trial(step, key))
    elif text.casefold() in ("weg", "lijst", "open"):
        await list_trials(step)
    elif (terrain := await with_terrain(step, text, TRIAL)) is not None:
        step.show(ShowCard(trial_card(terrain, await step.stores.trials.make(terrain.id, terrain.name))))


def trial_card(terrain: TerrainName, made: NamedCompany) -> NoticeCard:
    """Return what can be tried with one that was made just now."""
    return NoticeCard(
        title=made.name,
        lines=(f"Het staat op {terrain.label}. Alle antwoorden zijn verzonnen.", LATER),
        buttons=(
            tap("Antwoord als dit bedrijf", f"proefbedrijf open {made.id}", primary=True),
            tap("Gesprek", f"gesprek {made.id}"),
            tap("Gooi weg", f"proefbedrijf weg {made.id}"),
        ),
    )  # fmt: skip


async def list_trials(step: Step) -> None:
    """Show the test companies that there are, each to open or to throw away."""
    found = await step.stores.trials.all()
    if not found:
        step.say("Er is geen proefbedrijf. Typ 'proefbedrijf' met een terrein om er een te maken.")
        return
    newest = found[-SHOWN:]
    taps = [(tap(f"Open {one.name}", f"proefbedrijf open {one.id}"), tap(f"Gooi {one.name} weg", f"proefbedrijf weg {one.id}"))
            for one in newest]  # fmt: skip
    step.show(ShowCard(NoticeCard(
        title="Proefbedrijven", lines=(OTHERS,), buttons=tuple(one for two in taps for one in two),
    )))  # fmt: skip


async def open_trial(step: Step, key: UUID) -> None:
    """Let this team member answer as a test company, as in a telephone call."""
    tried = await step.stores.try_as(key)
    if tried is None:
        step.say(GONE)
        return
    step.known = replace(step.known, intake=tried, acting=True, measured=None)
    step.source, step.depth = "call", tried.depth
    step.place = Place(intake=tried.id, phase=Phase.DONE, welcomed=True, typing=True, kept=step.place.kept)
    name = tried.answers.known("company.name")
    taps = (tap("Mijn laadvraag", "mijn laadvraag", primary=True), tap("Overzicht", "overzicht"), tap("Klaar", "klaar"))
    step.show(ShowCard(NoticeCard(lines=(OPENED.format(name=name),), buttons=taps)))


async def drop_trial(step: Step, key: UUID) -> None:
    """Throw a test company away with everything that hangs on it."""
    step.say("Goed. Dit proefbedrijf is weg." if await step.stores.trials.drop(key) else GONE)


def tap(title: str, text: str, *, primary: bool = False) -> Button:
    return Button(title=title, verb=Verb.SAY, data={"text": text}, primary=primary)


TRIAL = Command(
    ("proefbedrijf", "testbedrijf"), "een proefbedrijf maken, dat nergens meetelt", try_out, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="proefbedrijf hessenpoort", group="Bedrijven",
)  # fmt: skip
