"""A company's outlook beside its terrain: only from what was published, never from live answers."""

from cards.views.demand.company_outlook import CompanyOutlook
from cards.views.demand.cost_words import yearly_lines
from cards.views.demand.outlook_words import about, year_title
from dialogs.demand.cards import outlook_card
from dialogs.demand.turning import UNTURNED, Supposed, Turns, draw
from dialogs.turn.step import Step
from domain.demand.quantities import Year
from domain.disclosure.totals import TerrainTotal

COMPARED = (Year.Y2030, Year.Y2035, Year.NOW)  # the first of these that was published


async def compared_card(
    step: Step, turns: Turns = UNTURNED, supposed: Supposed | None = None, *, yearly: bool = False
) -> CompanyOutlook:
    """Return the outlook as it is turned, with the average of the terrain where one was published; one statement more.

    With what a whole year asks on top, when that was asked: `yearly`.
    """
    total = await published_total(step)
    drawn = draw(step, turns, total, supposed)
    card, average = outlook_card(step, drawn), average_line(total)
    lines = (*card.lines, average) if average and card.chart else card.lines
    changed = (*yearly_lines(drawn.outlook), *card.changed) if yearly else card.changed
    return card.model_copy(update={"lines": lines, "changed": changed})


async def published_total(step: Step) -> TerrainTotal | None:
    """Return what was published of the terrain of this company; None while it named none that we know."""
    terrain = step.answers.known("company.terrain")
    if not isinstance(terrain, dict) or not terrain.get("id"):
        return None
    return await step.stores.insight.published_total(terrain["id"], step.known.now)


def average_line(total: TerrainTotal | None) -> str:
    """Return the average of a company on this terrain in words; empty when nothing was published."""
    year = next((total.years[year] for year in COMPARED if year in total.years), None) if total is not None else None
    if year is None or not year.average_kwh:
        return ""
    return f"{year_title(year.year)} laadt een bedrijf op uw terrein gemiddeld {about(year.average_kwh, 'kWh')} per dag."
