"""What was asked and not known, for the team; and a first version of an answer to it, without names."""

import datetime
from collections.abc import Sequence

from cards.formats import plural
from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field, InputKind
from dialogs.knowledge.cards import edit_card
from dialogs.knowledge.shelf import Shelf, may_change
from dialogs.lookup.wordings import Wordings, likely
from dialogs.lookup.words_alike import stems
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, quoted
from domain.intake.acceptance import whole_number
from domain.knowledge.items import Category, ItemAudience
from domain.knowledge.misses import Miss, without_names

SHOWN, LOOKED_AT = 5, 100
LATELY = datetime.timedelta(days=30)
YEAR = datetime.timedelta(days=365)
LONGEST_TITLE, LONGEST_QUESTION = 80, 120
GONE = "Deze vraag is er niet meer. Typ 'kennis' voor de lijst van nu."
CHOOSE = "Kies eerst een vraag uit de lijst."


async def show_misses(step: Step, shelf: Shelf) -> None:
    """Show the team what was not understood lately: how often, and the newest in words, to make an answer to."""
    lately = await step.stores.misses.count(step.known.now - LATELY) if may_change(step) else 0
    if not lately:
        return
    asked = not_known(shelf, await step.stores.misses.newest(LOOKED_AT))
    options = tuple(Choice(value=str(group[0].number), title=in_words(group)) for group in asked[:SHOWN])
    pick = Field(name="miss", label="Welke vraag krijgt een antwoord?", kind=InputKind.CHOICE, options=options)
    make = Button(title="Maak een antwoord", verb=Verb.ITEM, data={"do": "make"}, primary=True)
    lines = (
        f"Niet begrepen in de laatste {LATELY.days} dagen: {plural(lately, 'zin', 'zinnen')}.",
        "U ziet alleen zinnen van wie ons antwoorden laat bewaren, zonder naam." if options else "",
    )
    card = FormCard(
        title="Gevraagd, en niet geweten",
        lines=tuple(filter(None, lines)),
        fields=(pick,) if options else (),
        buttons=(make,) if options else (),
    )
    step.show(ShowCard(card))


def not_known(shelf: Shelf, misses: Sequence[Miss]) -> list[list[Miss]]:
    """Return what no item answers yet, together what is near the same item or says the same; the newest first."""
    known = Wordings([(item.key, phrase) for item in shelf.items.values() for phrase in (item.title, *item.questions)])
    groups: dict[object, list[Miss]] = {}
    for miss in misses:
        words = frozenset(stems(miss.text))
        if words and likely(known.find(miss.text)) is None:
            groups.setdefault(miss.near or words, []).append(miss)
    return list(groups.values())


def in_words(group: Sequence[Miss]) -> str:
    """Return what was asked, and how often when that was more than once."""
    often = f" ({len(group)} keer)" if len(group) > 1 else ""
    return f"{quoted(group[0].text, 60)}{often}"


async def make_answer(step: Step, event: Pressed, shelf: Shelf, _: str) -> None:
    """Show the form for an answer to something that was not known."""
    number = whole_number(event.inputs.get("miss", ""))
    found = next((one for one in await step.stores.misses.newest(LOOKED_AT) if one.number == number), None)
    if found is None:
        step.say(GONE if number else CHOOSE)
    else:
        step.show(ShowCard(edit_card(shelf, "", first_version(step, found.text))))


async def keep_answer(step: Step, event: Pressed, shelf: Shelf, _: str) -> None:
    """Show the form for an item of a question that the team answered, so that the next person gets it at once."""
    asked = await step.stores.requests.answered(whole_number(str(event.data.get("request", ""))))
    if asked is None:
        step.say(GONE)
        return
    question, answer = (without_names(said, asked.who.split(", ")) for said in (asked.text, asked.answer))
    step.show(ShowCard(edit_card(shelf, "", first_version(step, question, answer))))


def first_version(step: Step, question: str, text: str = "") -> dict[str, str]:
    """Return an item as its fields want it, as far as that is known from the question and perhaps its answer."""
    return {
        "title": question[:LONGEST_TITLE].strip(),
        "questions": question[:LONGEST_QUESTION].strip(),
        "text": text,
        "source": f"Projectteam, {step.today.year}",
        "owner": "Projectteam",
        "audience": ItemAudience.COMPANIES,
        "category": Category.APPROACH,
        "valid_from": step.today.isoformat(),
        "valid_until": (step.today + YEAR).isoformat(),
    }
