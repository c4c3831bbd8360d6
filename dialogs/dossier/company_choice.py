"""Which company the team means: asked with one tap when it is in doubt, and carried out when it is pressed."""

import re
from collections.abc import Sequence

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.stores.companies import find_company
from dialogs.terrains.terrain_choice import LONGEST_REST
from dialogs.turn.command import Command
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.companies.company_file import NamedCompany
from domain.intake.acceptance import clean_text

BUTTON = re.compile(r"[ir]:[0-9a-f-]{36}")
OFFERED = 6
TOO_LONG = "Uw tekst is lang. Kies eerst hierboven, en plak uw tekst daarna op de kaart."


async def company_of(step: Step, text: str, then: Command) -> NamedCompany | None:
    """Return the company that a whole text names; None when the person was asked, or told that nothing looks like it."""
    typed = clean_text(text)
    if not typed:
        step.say(f"Welk bedrijf bedoelt u? Typ bijvoorbeeld: {then.example}.")
        return None
    if BUTTON.fullmatch(typed.split(" ")[0]):
        return await pressed_company(step, typed.split(" ")[0])
    found = await find_company(step.stores.companies, step.stores.terrains, typed)
    if found.exact is not None:
        return found.exact
    if not found.matches:
        step.say(
            f"Ik ken geen bedrijf dat op {quoted(typed, 40)} lijkt.", "Typ een deel van de naam, of de naam met het terrein."
        )
        return None
    several = "Welk bedrijf bedoelt u?" if len(found.matches) > 1 else f"{quoted(typed, 40)} ken ik niet. Bedoelt u dit bedrijf?"
    ask_company(step, several, found.matches, then, "")
    return None


def ask_company(step: Step, lead: str, matches: Sequence[NamedCompany], then: Command, rest: str) -> None:
    """Ask which company was meant; pressing one carries out the command for it."""
    carried = {"command": then.words[0], "rest": rest[:LONGEST_REST]}
    buttons = tuple(
        Button(title=label(step, one), verb=Verb.COMPANY, data={**carried, "company": one.id}) for one in matches[:OFFERED]
    )
    more = ("Staat het er niet bij? Typ het terrein achter de naam.",) if len(matches) > OFFERED else ()
    step.show(ShowCard(NoticeCard(lines=(lead, *more), buttons=buttons)))
    if len(rest) > LONGEST_REST:
        step.say(TOO_LONG)


def label(step: Step, company: NamedCompany) -> str:
    """Return a company as people tell it from its namesakes: with its terrain."""
    there = step.stores.terrains.named(company.terrain)
    return f"{company.name}, {there.label}" if there else company.name


async def pressed_company(step: Step, company_id: str) -> NamedCompany | None:
    """Return the company that a button means; None when it is gone, and that was said."""
    company = await step.stores.companies.one(company_id)
    if company is None:
        step.say("Dit bedrijf staat niet meer in onze gegevens.")
    return company


async def take_company(step: Step, event: Pressed, commands: Sequence[Command]) -> bool:
    """Carry out the command of a pressed company, if it is one of `commands`; False when it is not."""
    chosen = next((command for command in commands if command.words[0] == event.data.get("command")), None)
    company_id = str(event.data.get("company", ""))
    if chosen is None or not BUTTON.fullmatch(company_id):
        return False
    rest = clean_text(str(event.data.get("rest", "")))[:LONGEST_REST]
    await chosen.handler(step, f"{company_id} {rest}".strip())
    if not any(isinstance(reply, ReplaceCard) and reply.of is None for reply in step.replies):
        company = await step.stores.companies.one(company_id)
        step.replies.insert(
            0, ReplaceCard(NoticeCard(lines=(f"U koos: {label(step, company)}" if company else "U koos een bedrijf.",)))
        )
    return True
