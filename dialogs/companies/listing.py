"""`bedrijven`: the companies of a terrain of which something is asked, as a short list in which each opens with its taps."""

import re
from collections.abc import Iterator, Sequence

from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.companies.company_list import CompanyList, ListedCompany
from cards.views.notice import NoticeCard
from dialogs.companies.asking import CompaniesAsked, CompanyQuestion, hear_question, is_asked, read_question
from dialogs.companies.coming import sessions_ahead, sessions_meant, show_sessions
from dialogs.companies.row_words import TITLES, counted, facts_of, line_of, name_of
from dialogs.companies.sheet import offer_sheet
from dialogs.forms.words import cut
from dialogs.terrains.terrain_choice import begins_with_terrain, with_terrain, with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.company_row import CompanyRow
from domain.dossier.forms import ContactForm, ContactSort
from domain.terrains.terrains import TerrainName

PAGE = 4  # a card has room for six things to press
KEY = re.compile(r"[ir]:[0-9a-f-]{36}")
ELSEWHERE = (CompanyQuestion.COMING, CompanyQuestion.TO_CALL)  # these have a card of their own
LONGEST_TITLE = 40  # characters of a name on a button
COMPANY_GONE = "Dit bedrijf staat niet meer in onze gegevens."


async def show_companies(step: Step, text: str) -> None:
    """Show the companies that are asked for. Who comes on a day is found without a terrain too."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    if KEY.fullmatch(text.strip()):
        await show_company(step, text.strip())
        return
    asked = read_question(text, date_here(step.known.now))
    anywhere = asked.question is CompanyQuestion.COMING and not begins_with_terrain(step.stores.terrains, text)
    if anywhere and await show_sessions(step, asked, await sessions_meant(step, asked.day)):
        return
    if text.startswith(tuple(CompanyQuestion)):  # a question, and no terrain before it
        terrain = await with_terrain(step, "", COMPANIES, rest=text, guess=True)
    else:
        found = await with_terrain_first(step, text, COMPANIES, guess=True)
        terrain, text = found or (None, "")
    if terrain is None:
        return
    asked = read_question(text, date_here(step.known.now))
    if asked.question is CompanyQuestion.COMING:
        sessions = [one for one in await sessions_ahead(step, asked.day) if one.plan.terrain == terrain.id]
        if not await show_sessions(step, asked, sessions):
            step.say(f"Op {terrain.label} komt er nog geen sessie.", f"Typ: sessieplan {terrain.name}.")
        return
    await show_list(step, terrain, asked)


async def show_list(step: Step, terrain: TerrainName, asked: CompaniesAsked) -> None:
    """Show a page of the companies of a terrain of which this is asked, or offer all of them as a sheet."""
    everybody = await step.stores.company_rows.of_terrain(terrain.id, step.known.now)
    rows = [row for row in everybody if is_asked(asked.question, row)]
    if asked.sheet:
        await offer_sheet(step, terrain, asked.question, rows, everybody)
        return
    step.discreet = True
    step.show(ShowCard(list_card(step, terrain, asked, rows, everybody)))


def list_card(
    step: Step, terrain: TerrainName, asked: CompaniesAsked, rows: Sequence[CompanyRow], everybody: Sequence[CompanyRow]
) -> CompanyList:
    """Return a page of the list: a tap and a line for each, and a list of what else can be shown."""
    page = PAGE + 1 if len(rows) == PAGE + 1 else PAGE
    first = (asked.page - 1) * page if (asked.page - 1) * page < len(rows) else 0
    same = "" if asked.question is CompanyQuestion.EVERYBODY else f" {asked.question.value}"
    here, rest = f"bedrijven {terrain.id}", len(rows) - first - page
    more = Button(title=f"Nog {rest}", verb=Verb.SAY, data={"text": f"{here}{same} bladzijde {first // page + 2}"})
    sheet = Choice(value=f"{here}{same} excel", title="Deze lijst als Excel")
    pick = (
        *((Choice(value=here, title="Alle bedrijven"),) if same else ()),
        *choices(here, asked.question, everybody),
        *((sheet,) if rows and step.scope is Scope.PERSONAL else ()),
    )
    return CompanyList(
        title=f"{TITLES[asked.question]} {terrain.label}",
        lines=(counted(rows, asked.question),),
        rows=tuple(ListedCompany(button=opening(row), text=line_of(row)) for row in rows[first : first + page]),
        pick=pick,
        buttons=(*((more,) if rest > 0 else ()), *((Button(title="Toon", verb=Verb.PICK),) if pick else ())),
    )


def opening(row: CompanyRow) -> Button:
    return Button(title=cut(name_of(row), LONGEST_TITLE), verb=Verb.SAY, data={"text": f"bedrijven {row.key}"})


def choices(here: str, shown: CompanyQuestion, everybody: Sequence[CompanyRow]) -> Iterator[Choice]:
    """Yield each choice that holds some of the companies and not all, with how many; a test company counts nowhere."""
    real = [row for row in everybody if not row.test]
    for question in CompanyQuestion:
        many = sum(is_asked(question, row) for row in real)
        if question not in (shown, *ELSEWHERE) and 0 < many < len(real):
            yield Choice(value=f"{here} {question.value}", title=f"{TITLES[question]}: {many}")


async def show_company(step: Step, company_id: str) -> None:
    """Show one company of the list with what to do about it: note a call, invite it, prepare a talk."""
    company = await step.stores.companies.one(company_id)
    terrain = await with_terrain(step, company.terrain, COMPANIES) if company and company.terrain else None
    rows = await step.stores.company_rows.of_terrain(terrain.id, step.known.now) if terrain else ()
    known = company and {company.intake, company.register} - {None}
    row = next((row for row in rows if known and not known.isdisjoint({row.intake, row.register})), None)
    if terrain is None or row is None:
        step.say(COMPANY_GONE)
        return
    step.about, step.discreet = row.intake or step.about, True  # it may name the companies that named this one
    step.show(ShowCard(company_card(step, terrain, row)))


def company_card(step: Step, terrain: TerrainName, row: CompanyRow) -> NoticeCard:
    """Return what is known of a company in some lines, with its taps; who does not want to be approached has none for that."""
    called = Button(
        title="Gebeld", verb=Verb.ENTRY_NEW, primary=True,
        data={"kind": ContactForm.key, "terrain": terrain.id, "about": row.key, "form": ContactSort.PHONE},
    )  # fmt: skip
    invite = Button(title="Stuur code of link", verb=Verb.SAY, data={"text": f"uitnodigen {terrain.id} {row.called}"})
    new = row.intake is None and row.name and step.scope is Scope.PERSONAL
    return NoticeCard(
        title=name_of(row),
        lines=(f"{terrain.label}. {next(facts := facts_of(row))}", *facts),
        buttons=(
            *(() if row.withdrawn else (called,)),
            *((invite,) if new and not row.withdrawn else ()),
            Button(title="Gesprek", verb=Verb.SAY, data={"text": f"gesprek {row.key}"}),
            Button(title="Alle bedrijven", verb=Verb.SAY, data={"text": f"bedrijven {terrain.id}"}),
        ),
    )


COMPANIES = Command(
    ("bedrijven",), "welke bedrijven er zijn, wie meedoet, wie niet reageerde, wie komt", show_companies, Users.TEAM, Takes.MAYBE,
    argument="<terrein> [wie]", example="bedrijven hessenpoort niet gereageerd", menu=False,
    scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Bedrijven", hears=hear_question,
)  # fmt: skip
