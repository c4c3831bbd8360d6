"""`mijn laadvraag op papier`: the outlook of a company on one page, for people who never saw the chat."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from cards.formats import day, small
from cards.papers.contents import OutlookPaper, OutlookPeaks
from cards.papers.making import PDF, make_outlook_page
from cards.views.card import FactGroup
from cards.views.demand import outlook_words as words
from cards.views.demand.cost_words import with_yearly
from cards.views.demand.headline import charging_years, deciding_names, headline
from cards.views.demand.step_words import STEP_TITLES
from dialogs.demand.basis import rules_of
from dialogs.demand.cards import STRATEGIES, UNITS, costs_for, first_words, lines_of
from dialogs.demand.turning import DrawnOutlook, draw, rooms_of
from dialogs.turn.replies import OfferPaper
from dialogs.turn.step import Step
from domain.demand.steps import first_step
from domain.intake.questionnaire import QUESTIONS
from domain.knowledge.items import Item
from domain.papers.papers import Paper, file_name

FindItem = Callable[[Step, str], Awaitable[Item | None]]

SUBSIDIES = "subsidies"  # the item that says which schemes there are
DECIDES, SHARPENS = "Dit beslist nog", "Dit maakt de indicatie scherper"
NO_COSTS = "Wat het kost, weten wij nog niet. Vraag drie offertes."
NOTHING_YET = "Wij kunnen nog niets op papier zetten. Vul eerst in hoeveel voertuigen u heeft."
OFFERED = "Uw laadvraag op één pagina."


async def print_outlook(step: Step, find_item: FindItem) -> None:
    """Offer the outlook as a page; it goes with the company when that is erased."""
    drawn = draw(step)
    if not drawn.outlook.is_possible:
        step.say(NOTHING_YET)
        return
    house, item = step.known.house, await find_item(step, SUBSIDIES)
    content = await asyncio.to_thread(make_outlook_page, paper_of(step, drawn, item), house.organisation, house.contact)
    name = file_name(f"Mijn laadvraag {step.today.isoformat()}.pdf")
    step.show(OfferPaper(Paper(name, PDF, content, OFFERED, frozenset({step.known.intake.id}))))


def paper_of(step: Step, drawn: DrawnOutlook, item: Item | None) -> OutlookPaper:
    """Return what is on the page; `item` says what is known of subsidies, None where nothing of it holds now."""
    outlook, company, date = drawn.outlook, step.answers.known("company.name"), day(step.today)
    return OutlookPaper(
        title=f"Laadvraag van {company}" if isinstance(company, str) and company else "Uw laadvraag",
        below=f"Wat elektrisch laden vraagt van uw aansluiting. Indicatie van {date}.",
        headline=headline(outlook),
        chart_title="Hoogste vermogen om te laden",
        peaks=tuple(
            OutlookPeaks(
                label=year.year.label.capitalize(),
                at_once=words.rounded(year.at_once_kw.middle),
                spread=words.rounded(year.spread_kw.middle),
            )
            for year in charging_years(outlook)
            if year.is_given
        ),
        rooms=rooms_of(outlook),
        years=tuple(yearly(group) for group in (with_yearly(words.year_group(year), year) for year in outlook.years.values())),
        advice=tuple(advice(step, drawn)),
        costs=tuple(costs(step, drawn, item)),
        dated=f"Indicatie op basis van de antwoorden van {date}.",
        at=step.known.now,
    )


def yearly(group: FactGroup) -> FactGroup:
    """Return the numbers of a year; where nothing is charged its only row stands in the row of the others."""
    renamed = {"Stroom om te laden": "Stroom per dag"}
    facts = (fact.model_copy(update={"label": renamed.get(fact.label, fact.label)}) for fact in group.facts)
    return FactGroup(title=group.title, facts=tuple(facts))


def advice(step: Step, drawn: DrawnOutlook) -> Iterator[str]:
    """Yield the first step, what decides, the room, and how it was reckoned."""
    outlook, answers = drawn.outlook, step.answers
    first = first_step(outlook, answers)
    yield f"{STEP_TITLES[first]}. {first_words(first, outlook, answers, is_asked=False)}"
    deciding, sharper = deciding_names(outlook), outlook.sharpen[:2]
    if deciding or sharper:
        labels = "; ".join(small(words.question_label(name)) for name in deciding or sharper if name in QUESTIONS)
        yield f"{DECIDES if deciding else SHARPENS}: {labels}."
    yield from lines_of(drawn, answers)
    yield from (UNITS, STRATEGIES)
    yield from rules_of(drawn.site)[:3]


def costs(step: Step, drawn: DrawnOutlook, item: Item | None) -> Iterator[str]:
    """Yield what it costs as an order of size, how sure that is, and which subsidies are known of."""
    group, about = costs_for(step, drawn, step.answers)
    if group is None:
        yield NO_COSTS
    else:
        for fact in group.facts:
            yield f"{fact.label}: {fact.value}{f' {fact.remark}' if fact.remark else ''}."
        yield from about
    if item is not None:
        yield item.title
        yield from item.lines_with({})
        yield f"Bron: {item.source}. Geldig tot en met {day(item.valid_until)}."
