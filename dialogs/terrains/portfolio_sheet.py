"""The portfolio as a sheet to keep: exactly the terrains and the columns that whoever asks may see."""

from collections.abc import Callable

from cards.formats import moment
from cards.papers.contents import Value
from cards.papers.making import SHEET, make_sheet
from dialogs.terrains.portfolio import Viewer
from dialogs.terrains.portfolio_query import CONGESTIONS, STANDINGS, Query, told
from dialogs.terrains.view import Sight
from dialogs.turn.replies import OfferPaper
from dialogs.turn.step import Step
from domain.papers.papers import Paper, Readers
from domain.plan.outcomes import OUTCOMES
from domain.plan.portfolio import YEAR, ParkRow
from domain.plan.routes import ROUTES
from domain.plan.steps import STEPS

Column = tuple[str, Sight, Callable[[ParkRow], Value]]
COLUMNS: tuple[Column, ...] = (
    ("Terrein", Sight.PARTNER, lambda row: row.name),
    ("RIN-nummer", Sight.PARTNER, lambda row: row.id),
    ("Gemeente", Sight.PARTNER, lambda row: row.municipality),
    ("Provincie", Sight.PARTNER, lambda row: row.province),
    ("Netto hectare", Sight.PARTNER, lambda row: None if row.net_ha is None else float(row.net_ha)),
    ("Grootte", Sight.PARTNER, lambda row: row.size.value if row.size else None),
    ("Stand", Sight.PARTNER, lambda row: STANDINGS[row.standing]),
    ("Stap", Sight.PARTNER, lambda row: row.step),
    ("Naam van de stap", Sight.PARTNER, lambda row: None if row.step is None else STEPS[row.step].name),
    ("Sinds", Sight.PARTNER, lambda row: row.since),
    ("Route", Sight.PARTNER, lambda row: ROUTES[row.route].name if row.route else None),
    ("Hercontrole", Sight.PARTNER, lambda row: row.recheck),
    ("Uitkomst startsessie", Sight.PARTNER, lambda row: OUTCOMES[row.outcome].name if row.outcome else None),
    ("Regisseur", Sight.PARTNER, lambda row: row.director or None),
    ("Op tijd tot en met", Sight.TEAM, lambda row: row.due),
    ("Laatste contact", Sight.TEAM, lambda row: row.last_contact),
    (f"Plankaart {YEAR}: kW gevraagd", Sight.GOVERNMENT, lambda row: None if row.charging_kw is None else float(row.charging_kw)),
    (f"Plankaart {YEAR}: kW op het net", Sight.GOVERNMENT, lambda row: None if row.grid_kw is None else float(row.grid_kw)),
    ("Netcongestie", Sight.GOVERNMENT, lambda row: CONGESTIONS[row.congestion] if row.congestion else None),
)


async def export(step: Step, query: Query, viewer: Viewer) -> None:
    """Offer the sheet of everything that this query finds."""
    found = await step.stores.parks.list_parks(query.such, query.sort, step.today)
    if not found.rows:
        step.say("Er is geen terrein dat hieraan voldoet.")
        return
    columns = [column for column in COLUMNS if viewer.sight >= column[1]]
    what = told(query, viewer.team)
    lines = (
        f"Terreinen van {step.known.house.organisation}.",
        f"Gemaakt op {moment(step.known.now)}, {found.total} terreinen.",
        f"Gekozen: {what}." if what else "Alle terreinen die u mag zien.",
        "De plankaart is een indicatie en is niet voor bedrijven." if viewer.sight >= Sight.GOVERNMENT else "",
    )
    rows = [[value(row) for _, _, value in columns] for row in found.rows]
    content = make_sheet("Terreinen", [line for line in lines if line], [head for head, _, _ in columns], rows)
    readers = Readers.GOVERNMENT if viewer.sight >= Sight.GOVERNMENT else Readers.COMPANIES
    name = f"Terreinen {step.today.isoformat()}.xlsx"
    words = f"{found.total} terreinen{f': {what}' if what else ''}."
    step.show(OfferPaper(Paper(name, SHEET, content, words, readers=readers)))
