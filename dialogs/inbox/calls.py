"""An intake by telephone: a team member asks, the company answers; it counts once the company confirms."""

from dataclasses import replace

from dialogs.consent.consents import ask_to_keep
from dialogs.turn.place import Place
from dialogs.turn.step import Step
from domain.intake.answers import Answer


async def begin_call(step: Step, company: str) -> None:
    """Open a new intake for a company and ask the first consent."""
    if not company:
        step.say("Typ de naam van het bedrijf, bijvoorbeeld: intake namens Jansen Transport.")
        return
    if step.known.acting:
        step.say("U vult al een intake in. Typ eerst 'klaar'.")
        return
    intake = await step.stores.call_for(company)
    step.known = replace(step.known, intake=intake, acting=True, measured=None)
    step.source, step.depth = "call", intake.depth
    step.place = Place(intake=intake.id, welcomed=True, typing=True, kept=step.place.kept)
    lead = f"U vult nu de antwoorden in van {company}. Typ 'klaar' als het gesprek klaar is."
    step.record("company.name", Answer(company))
    ask_to_keep(step, lead, "Vraag eerst aan het bedrijf:")
