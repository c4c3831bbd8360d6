"""An intake by telephone: a team member asks, the company answers; it counts once the company confirms."""

from dataclasses import replace
from uuid import UUID

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.consent.consents import ask_to_keep
from dialogs.turn.place import Place
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import CallOutcome, ContactForm, ContactSort
from domain.forms.responses import NewResponse, ResponseSource
from domain.intake.answers import Answer


async def begin_call(step: Step, company: str, listed: NamedCompany | None = None) -> None:
    """Open a new intake for a company and ask the first consent; `listed` is the company of the register that was called."""
    if not company:
        step.say("Typ de naam van het bedrijf, bijvoorbeeld: intake namens Jansen Transport.")
        return
    if step.known.acting:
        step.say("U vult al een intake in. Typ eerst 'klaar'.")
        return
    intake = await step.stores.call_for(company)
    step.known = replace(step.known, intake=intake, acting=True, measured=None)
    step.source, step.depth = "call", intake.depth
    called = listed.register if listed is not None else None
    step.place = Place(intake=intake.id, welcomed=True, typing=True, kept=step.place.kept, called=called)
    lead = f"U vult nu de antwoorden in van {company}. Typ 'klaar' als het gesprek klaar is."
    step.record("company.name", Answer(company))
    ask_to_keep(step, lead, "Vraag eerst aan het bedrijf:")


async def end_listed_call(step: Step, called: UUID) -> None:
    """Tie the intake to the company of the register that was called, note the call, and offer to go on with the list."""
    await step.stores.calls.link(called, step.known.intake.id)
    company = await step.stores.companies.one(f"r:{called}")
    if company is not None and company.intake == step.known.intake.id:
        data = {
            "text": "Intake gedaan aan de telefoon.", "form": ContactSort.PHONE.value, "day": step.today.isoformat(),
            "outcome": CallOutcome.INTAKE.value,
        }  # fmt: skip
        kept = NewResponse(ContactForm, company.terrain, data, company.intake, called, source=ResponseSource.CALL)
        await step.stores.responses.add(replace(kept, key=step.known.turn), step.known.now)
    await offer_list(step, called)


async def fill_in_terrain(step: Step, called: UUID) -> None:
    """Note after the first yes on which terrain the company is that was called: nobody asks what the list says."""
    company = await step.stores.companies.one(f"r:{called}")
    terrain = step.stores.terrains.named(company.terrain) if company is not None else None
    if terrain is not None:
        step.record("company.terrain", Answer({"id": terrain.id, "name": terrain.label}))


async def offer_list(step: Step, called: UUID) -> None:
    """Offer the next company to call after this one."""
    company = await step.stores.companies.one(f"r:{called}")
    if company is not None and company.terrain:
        go_on = Button(title="Verder met bellen", verb=Verb.SAY, data={"text": f"bellijst {company.terrain}"}, primary=True)
        step.show(ShowCard(NoticeCard(lines=("Wilt u verder met de bellijst?",), buttons=(go_on,))))
