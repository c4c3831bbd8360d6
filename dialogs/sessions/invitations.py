"""Inviting companies that agreed to be approached: the team sees text and list first, companies answer with one tap."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from cards.formats import day_of, plural
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field
from dialogs.forms.fields import card_fields
from dialogs.notices.guard import Act, Look, guard_part, seen_of, text_facts
from dialogs.sessions.attendance import visitors_card
from dialogs.sessions.cards import act, name_of, side, when
from dialogs.sessions.invited.facts import first_invitation
from dialogs.sessions.plans import save
from dialogs.sessions.sent import INVITATION, send_about
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.companies.audience import AudienceMember
from domain.companies.audiences import invitable
from domain.forms.declaration import Fields
from domain.intake.acceptance import clean_text, keys_in
from domain.intake.declaration import Ask, Offered, Rule
from domain.sessions.session import Session

LONGEST = 1200
LISTED = 25
EVERY = "all"
DAYS = re.compile(r"\b\d{1,2} [a-z]+ 20\d\d\b")
CLOSED = "Deze sessie is geweest of gaat niet door. Er gaat niets uit."
NEWS_FIRST = "Stuur eerst bericht aan wie al is uitgenodigd. Dat kan bij het plan."
NOTHING_SENT = "Er is nog niets verstuurd. Er moet een tekst en een bedrijf zijn."
NOBODY_LEFT = "Er is niets verstuurd. Wie u koos, kan ik niet meer uitnodigen."


class InvitationDraft(Fields):
    """What the team looks at before an invitation goes."""

    text: Annotated[str, Rule(max_length=LONGEST), Ask("De tekst")]
    companies: Annotated[list[Offered], Ask("Wie nodigt u uit?")]
    addressed: Annotated[
        list[Offered], Ask("Nog niet begonnen, wel een adres", why="Zij krijgen een mail, met een link om mee te doen.")
    ]


async def draft_card(step: Step, session: Session, message: str = "", *, said: str = "", look: Look | None = None) -> FormCard:
    """Return text and list for the team to look at, before anything is sent; with what to mind in words of its own."""
    found = await step.stores.audiences.members(invitable(session), step.known.now)
    fresh, listed = [one for one in found if one.intake], [one for one in found if one.intake is None]
    offered = await first_invitation(step, session)
    look = look or Look(session.invitation or offered)
    facts = await text_facts(step, session.plan.terrain, session) if look.text != offered else None
    options = {str(one.intake): one.name or "Bedrijf zonder naam" for one in fresh[:LISTED]}
    addressed = address_options(listed)
    chosen = [one for one in options if look.chosen is None or one in look.chosen]
    ticked = [one for one in addressed if (len(listed) <= LISTED if look.chosen is None else one in look.chosen)]
    seen = {"seen": seen_of(look.text)}
    send = (act(session, "Goedkeuren en versturen", "send", primary=True, more=seen),) if options or addressed else ()
    return FormCard(
        title="Uitnodiging",
        lines=(
            f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}. {when(session.plan)}.",
            f"{plural(len(fresh), 'bedrijf wil', 'bedrijven willen')} uitgenodigd worden. Daar ging nog niets heen."
            if fresh
            else "Deze bedrijven begonnen nog niet. Zij krijgen alleen mail als u ze aanvinkt."
            if listed
            else "Er is niemand meer om uit te nodigen. Alleen wie daar ja op zei, staat hier.",
            *((f"U ziet er {LISTED}. Na het versturen ziet u de volgende.",) if len(fresh) > LISTED else ()),
        ),
        message=message or moved_since(session),
        said=said,
        fields=draft_fields(look.text, (chosen, options), (ticked, addressed)),
        guard=guard_part(look, facts, guarding(session, "send")) if facts is not None else None,
        buttons=(
            *send,
            act(session, "Bewaar de tekst", "draft"),
            side(session, "Wie komt er", "visitors"),
            side(session, "Partners", "partners"),
        ),
    )


def draft_fields(
    text: str, companies: tuple[Sequence[str], Mapping[str, str]], addressed: tuple[Sequence[str], Mapping[str, str]]
) -> tuple[Field, ...]:
    """Return the fields of a draft: the text, and of both lists what is ticked and what is offered; an empty second one not."""
    fields = card_fields(
        InvitationDraft,
        {"text": text, "companies": list(companies[0]), "addressed": list(addressed[0])},
        offers={"companies": companies[1], "addressed": addressed[1]},
    )
    return tuple(field for field in fields if field.name != "addressed" or addressed[1])


def guarding(session: Session, of: str) -> Act:
    """Return how the buttons of the guard are made on the preview of what is sent by `of`."""
    return lambda title, do, more: act(session, title, do, more={"of": of, **more})


def address_options(listed: Sequence[AudienceMember]) -> dict[str, str]:
    """Return who did not begin and may be mailed, to tick; many can be ticked at once."""
    every = {EVERY: f"Alle {len(listed)} bedrijven"} if len(listed) > LISTED else {}
    return every | {str(one.register): one.name for one in listed[:LISTED]}


async def ticked_keys(step: Step, session: Session, inputs: Mapping[str, str]) -> frozenset[UUID]:
    """Return the keys of the companies that were ticked, in both lists."""
    addressed = inputs.get("addressed", "")
    chosen = frozenset(keys_in(inputs.get("companies", ""))) | frozenset(keys_in(addressed))
    if EVERY not in addressed.split(","):
        return chosen
    found = await step.stores.audiences.members(invitable(session), step.known.now)
    return chosen | {one.register for one in found if one.intake is None and one.register is not None}


def moved_since(session: Session) -> str:
    """Say that a text of the team's own names a day that is not the day of the session."""
    start = day_of(session.plan.start)
    odd = [found for found in DAYS.findall(session.invitation) if found != start]
    return f"In de tekst staat {odd[0]}. De sessie is op {start}." if odd else ""


async def own_text(step: Step, session: Session, text: str) -> str:
    """Return a text to keep; an empty one for the first text as it was offered, which follows the session when it moves."""
    return "" if text == await first_invitation(step, session) else text


async def keep_draft(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Keep the text of the invitation."""
    invitation = await own_text(step, session, typed_text(inputs))
    if (kept := await save(step, replace(session, invitation=invitation))) is not None:
        step.show(ReplaceCard(await draft_card(step, kept, said="De tekst is bewaard. Er is nog niets verstuurd.")))


def typed_text(inputs: Mapping[str, str]) -> str:
    """Return the text as it was typed, its paragraphs kept."""
    paragraphs = (clean_text(part) for part in inputs.get("text", "")[:LONGEST].split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


async def send_invitations(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Send the approved text to the companies that were chosen, as far as they still agree."""
    text, wanted = typed_text(inputs), await ticked_keys(step, session, inputs)
    if not text or not wanted:
        step.show(ReplaceCard(await draft_card(step, session, NOTHING_SENT, look=Look(text) if text else None)))
        return
    if not session.is_open or session.news:
        step.show(ReplaceCard(await draft_card(step, session, NEWS_FIRST if session.news else CLOSED, look=Look(text))))
        return
    told = session.told or session.now_told
    invitation = await own_text(step, session, text)
    kept = await save(step, replace(session, invitation=invitation, invited_at=step.known.now, told=told))
    if kept is None:
        return
    agreed = await step.stores.audiences.members(invitable(kept).among(wanted), step.known.now)
    invited = await step.stores.sessions.invite(kept, agreed)
    if not invited:
        step.show(ReplaceCard(await visitors_card(step, kept, NOBODY_LEFT)))
        return
    said = f"De uitnodiging {await send_about(step, INVITATION, kept, text, invited)}"
    step.show(ReplaceCard(await visitors_card(step, kept, said=said)))
