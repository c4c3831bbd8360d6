"""The guard beside every preview of words that the team typed: it points out and proposes, and never keeps anything from going.

A preview shows `guard_part`. Its button that sends carries `seen`, so what was typed there at the last moment is shown once
before it goes (`must_look`), and goes at the next press. `look_after` reads what the buttons of the guard mean.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cards.formats import plural
from cards.views.card import Button
from cards.views.forms.word_guard import WordGuard, WordHint
from dialogs.turn.step import Step
from domain.language.fault import FaultKind, TextFacts, WordFault
from domain.language.guard import find_faults
from domain.language.mending import improve, judge_words
from domain.plan.portfolio import YEAR
from domain.sessions.blocks import TerrainFact
from domain.sessions.partners import who_come
from domain.sessions.parts import OPERATOR
from domain.sessions.session import Session
from domain.terrains.plan_map import Congestion

SHOWN, REASONS = 3, 2  # sentences, and what is said of each
LONGEST_QUOTE = 40  # characters
LOOK = "Kijk eerst nog even naar de tekst. Daarna kunt u hem zo versturen."

Act = Callable[[str, str, Mapping[str, str]], Button]  # title, what it does, and what it carries more


class GuardDoes(StrEnum):
    """What the buttons of the guard do."""

    BETTER = "better"
    LEAVE = "leave"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Look:
    """A text on its preview. `left`: as it is, said the team; `was` is what they typed before a proposal took its place.

    `chosen` are the companies that were ticked; None for all that are offered.
    """

    text: str
    left: bool = False
    was: str = ""
    chosen: Collection[str] | None = None


async def text_facts(step: Step, terrain: str, session: Session | None = None) -> TextFacts:
    """Return what is so, to hold a text for companies of a terrain against."""
    comes = session is not None and (
        OPERATOR.key in session.ticked
        or TerrainFact.OPERATOR_COMES in who_come(await step.stores.partners.of_session(session.id))
    )
    return TextFacts(step.known.house.organisation, step.today, comes, await congestion_at(step, terrain))


async def congestion_at(step: Step, terrain: str) -> Congestion | None:
    """Return how full the grid is in the year on which terrains are chosen; None where the plan map does not say."""
    years = await step.stores.parks.plan_map(terrain)
    return next((one.congestion for one in years if one.year == YEAR), None)


def guard_part(look: Look, facts: TextFacts, act: Act) -> WordGuard | None:
    """Return what stands beside a text; None when there is nothing to say about it."""
    faults = () if look.left else judge_words(look.text, facts)
    back = (act("Mijn tekst terug", GuardDoes.BACK, {"was": look.was}),) if look.was else ()
    if not faults:
        return WordGuard(buttons=back) if back else None
    places = list(dict.fromkeys((one.start_of, one.end_of) for one in faults))
    hints = [hint_of(look.text, [one for one in faults if (one.start_of, one.end_of) == place]) for place in places]
    take = (act("Neem over", GuardDoes.BETTER, {}),) if improve(look.text, facts) != look.text else ()
    more = len(hints) - SHOWN
    return WordGuard(
        hints=tuple(hints[:SHOWN]),
        more=f"Verderop {'staat' if more == 1 else 'staan'} nog {plural(more, 'zin', 'zinnen')} om naar te kijken."
        if more > 0
        else "",
        buttons=(*take, act("Laat staan", GuardDoes.LEAVE, {}), *back),
    )


def hint_of(text: str, faults: Sequence[WordFault]) -> WordHint:
    """Return what is wrong with one sentence, each reason once; of a whole text no words are quoted."""
    whole = all(one.kind in {FaultKind.AVERAGE, FaultKind.UNSIGNED} for one in faults)
    told = {one.why: shortened(text[one.start : one.end]) for one in reversed(faults)}
    reasons = tuple(reversed(told))[:REASONS]
    return WordHint(words=() if whole else tuple(told[why] for why in reasons), why=reasons, proposal=faults[0].proposal)


def shortened(words: str) -> str:
    line = " ".join(words.split()).strip(" ,;")
    return f"{line[:LONGEST_QUOTE].rstrip()}…" if len(line) > LONGEST_QUOTE else line


def seen_of(text: str) -> str:
    """Return what a button carries to say which text stood on its card."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def must_look(text: str, seen: object, facts: TextFacts) -> bool:
    """Say whether a text has faults that nobody saw, because it was typed since its card was made."""
    return seen != seen_of(text) and bool(find_faults(text, facts))


def look_after(do: str, text: str, data: Mapping[str, object], facts: TextFacts, chosen: Collection[str] | None = None) -> Look:
    """Return the text after a button of the guard: the proposal, as it stands, or as it was typed before."""
    match do:
        case GuardDoes.BETTER:
            better = improve(text, facts)
            return Look(better, was=text if better != text else "", chosen=chosen)
        case GuardDoes.BACK if isinstance(was := data.get("was"), str) and was:
            return Look(was, left=True, chosen=chosen)
        case _:
            return Look(text, left=do == GuardDoes.LEAVE, chosen=chosen)
