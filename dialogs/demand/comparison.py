"""A company's outlook beside the average of its terrain: only from what was published, never from live answers."""

from cards.views.demand.company_outlook import CompanyOutlook
from cards.views.demand.outlook_words import about, year_title
from dialogs.demand.cards import outlook_card
from dialogs.turn.step import Step
from domain.demand.quantities import Year

COMPARED = (Year.Y2030, Year.Y2035, Year.NOW)  # the first of these that was published


async def compared_card(step: Step) -> CompanyOutlook:
    """Return the outlook, with the average of the terrain where one was published; asks one statement more for it."""
    card = outlook_card(step)
    average = await average_line(step)
    return card.model_copy(update={"lines": (*card.lines, average)}) if average and card.chart else card


async def average_line(step: Step) -> str:
    """Return the average of a company on this terrain in words; empty when nothing was published."""
    terrain = step.answers.known("company.terrain")
    if not isinstance(terrain, dict) or not terrain.get("id"):
        return ""
    published = await step.stores.insight.published_total(terrain["id"], step.known.now)
    year = next((published.years[year] for year in COMPARED if year in published.years), None)
    if year is None or not year.average_kwh:
        return ""
    return f"{year_title(year.year)} laadt een bedrijf op uw terrein gemiddeld {about(year.average_kwh, 'kWh')} per dag."
