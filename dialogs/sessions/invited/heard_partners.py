"""A partner who answers in words: "ik kom, ik vertel over het net", "helaas, dan kan ik niet"."""

import re
from dataclasses import dataclass

from dialogs.sessions.invitation_words import InWords, read_visit
from dialogs.sessions.invited.partner_replies import CHOOSE, SAID, keep_partner, partner_card, role_in
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Role
from domain.sessions.partners import PARTNERS, block_for
from domain.sessions.session import Session, UntoldChanges
from domain.sessions.visitors import Coming, Visitor

# "ik vertel over het net", "en vertel iets over de laadvisie", "wij praten jullie bij over het terrein"
TELLS = re.compile(
    r"\b(?:en )?(?:(?:ik|wij|we) )?(?:vertel|vertellen|praat|praten|spreek|spreken)\b"
    r"[^,;.]{0,60}?\b(?:over|iets|bij)\b[^,;.]{0,200}",
    re.IGNORECASE,
)
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class WordsOfPartner:
    """An answer in words; `tells`: they tell about what is theirs."""

    answered: InWords
    tells: bool


def read_partner(text: str) -> WordsOfPartner | None:
    """Return what a text answers to an invitation as a partner; None when it says no such thing, or says it in one bare word."""
    tells = TELLS.search(text)
    rest = TELLS.sub("", text, count=1).strip(" ,;.") if tells is not None else text
    if tells is not None and not rest:
        return WordsOfPartner(InWords.YES, tells=True)
    said = read_visit(rest)
    if said is None:
        return None
    return WordsOfPartner(InWords.UNSURE if said.plain else said.answered, tells=tells is not None)


async def hear_partner(step: Step, text: str) -> bool:
    """Take an answer to an invitation as a partner; False when the words say no such thing, or there is none."""
    if not PARTNERS.keys() & step.known.roles.held or step.known.acting:
        return False
    said = read_partner(text)
    if said is None:
        return False
    found = await open_invitations(step)
    if len(found) == 1 and said.answered in (InWords.YES, InWords.NO) and found[0][0].news is not UntoldChanges.MOVED:
        await take_words(step, *found[0], said)
    else:
        for session, partner, role in found[:MOST_SHOWN]:
            step.show(ShowCard(partner_card(step, session, partner, role, said=CHOOSE)))
    return bool(found)


async def open_invitations(step: Step) -> tuple[tuple[Session, Visitor, Role], ...]:
    """Return the sessions to which this person is invited as a partner: those without an answer, or else all of them."""
    invited = await step.stores.partners.invitations(step.known.person, step.known.now)
    mine = [(one, partner, role) for one, partner in invited if (role := role_in(step, one, partner, step.known.roles))]
    return tuple(one for one in mine if one[1].coming is Coming.INVITED) or tuple(mine)


async def take_words(step: Step, session: Session, partner: Visitor, role: Role, said: WordsOfPartner) -> None:
    """Keep what was answered, and show the card with it."""
    coming = Coming.YES if said.answered is InWords.YES else Coming.NO
    block = block_for(session.plan, role)
    kept = await keep_partner(step, session, partner, coming, block.key if block is not None and said.tells else "")
    step.show(ShowCard(partner_card(step, session, kept, role, said=SAID[coming])))
