"""From what was read of a meter to its card, or to the one question that must be answered first."""

from uuid import UUID

from cards.formats import day
from cards.verbs import Verb
from cards.views.card import Button, Card, Fact
from cards.views.meter.meter_card import MeterCard
from cards.views.notice import NoticeCard
from dialogs.meter import words
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.meter.outcomes import MeterQuestion
from domain.meter.summary import KeptMeter, MeterRead


def read_card(step: Step, file: UUID, read: MeterRead) -> MeterCard:
    """Return the dry run: what was read, and a yes or no where it can be used."""
    summary, usable = read.summary, read.days is not None
    data = {"intake": str(step.known.intake.id), "file": str(file)}
    keep = (
        Button(title="Klopt, gebruik dit", verb=Verb.METER, data={**data, "do": "keep"}, primary=True),
        Button(title="Nee", verb=Verb.METER, data={**data, "do": "drop"}),
    )
    more = summary.wrong_count - len(summary.wrong)
    return MeterCard(
        title=words.TITLE,
        lines=(words.CHECK,) if usable else (f"{words.NOT_USED} {summary.why_not}",),
        facts=tuple(words.facts_of(summary)),
        closing=(words.kept_days(summary), words.THROWN_AWAY) if usable else (),
        remarks=tuple(words.remarks_on(summary, step.answers)),
        wrong=(*summary.wrong, *((f"En nog {more} andere.",) if more > 0 else ())),
        buttons=keep if usable else (),
    )


def question_card(step: Step, file: UUID, question: MeterQuestion) -> NoticeCard:
    """Return what the file does not say, with a button for each answer."""
    data = {"intake": str(step.known.intake.id), "file": str(file), "do": "answer", "asks": question.asks.value}
    return NoticeCard(
        title="Eén vraag over uw bestand",
        lines=(question.text,),
        buttons=tuple(
            Button(title=one.label, verb=Verb.METER, data={**data, "option": one.value}) for one in question.options[:6]
        ),
    )


def kept_card(step: Step, kept: KeptMeter) -> Card:
    """Return what is kept of the meter of this company, with a way to have it erased."""
    summary = kept.summary
    data = {"intake": str(step.known.intake.id), "do": "remove"}
    return MeterCard(
        title=words.KEPT_TITLE,
        lines=("Met deze meting reken ik voor uw laadvraag.",),
        facts=(
            Fact(label="Bron", value=words.source_words(kept)),
            *words.facts_of(summary),
            Fact(label="Telt tot", value=day(kept.until.astimezone(HERE).date())),
        ),
        closing=(words.kept_days(summary),),
        buttons=(
            Button(title="Mijn laadvraag", verb=Verb.SAY, data={"text": "mijn laadvraag"}, primary=True),
            Button(title="Wis mijn meter", verb=Verb.METER, data=data),
        ),
    )
