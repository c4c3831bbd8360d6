"""The commands of the project team: invite, answer, and fill in an intake during a telephone call."""

from dialogs.inbox.calls import begin_call
from dialogs.inbox.codes import ends
from dialogs.inbox.newcomers import company_of
from dialogs.inbox.requests import answer, inbox
from dialogs.registers.contacts import WITHDRAWN, for_the_letter
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.place import Place
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text


async def invite(step: Step, text: str) -> None:
    """Make an invitation code for a terrain, perhaps for one company."""
    found = await with_terrain_first(step, text, INVITE)
    if found is None:
        return
    terrain, company = found[0], found[1][:120]
    approached = await step.stores.contacts.approach(terrain.id, company)
    if approached.withdrawn:
        step.say(*WITHDRAWN)
        return
    until, sentence = ends(step)
    code = await step.stores.invitations.make(terrain.id, company, None, until, by_team=True)
    step.say(
        f"Uitnodiging voor {company or 'een bedrijf'} op {terrain.label}. De code is {code}.",
        f"U kunt dit doorsturen: Open Laadmaat in Teams en typ 'code {code}'. {sentence}",
        for_the_letter(approached.provenance) if approached.provenance else "",
    )


INVITE = Command(
    ("uitnodigen", "nodig uit"), "een code maken voor een bedrijf", invite, Users.TEAM, Takes.TEXT,
    argument="<terrein> [bedrijf]", example="uitnodigen hessenpoort Jansen Transport", menu=True,
)  # fmt: skip


async def call(step: Step, text: str) -> None:
    """Fill in the intake of a company during a telephone call."""
    await begin_call(step, clean_text(text)[:120])


async def end_call(step: Step, _: str) -> None:
    """End the call and give the code with which the company takes over."""
    if not step.known.acting:
        step.say("U vult nu geen intake in voor een bedrijf.")
        return
    if not step.may_keep():
        step.erase, step.place = True, Place(welcomed=True, kept=step.place.kept)
        step.say("Het bedrijf gaf nog geen toestemming. Er is niets bewaard.")
        return
    until, sentence = ends(step)
    code = await step.stores.invitations.make(None, company_of(step.answers), step.known.intake.id, until, by_team=True)
    await step.stores.end_call()
    step.place = Place(welcomed=True, kept=step.place.kept)
    step.say(
        f"De intake van {company_of(step.answers)} is bewaard.",
        f"Geef het bedrijf deze code: {code}. Daarmee bekijkt en bevestigt het bedrijf de antwoorden. {sentence}",
        "Toestemming door de telefoon telt pas na die bevestiging.",
    )


TEAM: tuple[Command, ...] = (
    INVITE,
    Command(("vragen", "open vragen"), "wat bedrijven vroegen", inbox, Users.TEAM, Takes.MAYBE, argument="[nummer]",
            example="vragen 12", menu=True),
    Command(("antwoord", "beantwoord"), "een vraag beantwoorden", answer, Users.TEAM, Takes.TEXT,
            argument="<nummer> <tekst>", example="antwoord 12 Dat kost niets."),
    Command(("intake namens", "namens"), "een intake invullen aan de telefoon", call, Users.TEAM, Takes.TEXT,
            argument="<bedrijf>", example="intake namens Jansen Transport", menu=True),
    Command(("klaar", "einde gesprek", "ophangen"), "het telefoongesprek afronden", end_call, Users.TEAM,
            during_call=True),
)  # fmt: skip
