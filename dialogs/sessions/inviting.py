"""Inviting companies that agreed to be approached: the team sees text and list first, companies answer with one tap."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from cards.formats import HERE, clock, day, plural
from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.entry_form import EntryForm
from cards.views.field import Field, InputKind
from cards.views.notice import Notice
from dialogs.replies import ReplaceCard, ShowCard
from dialogs.sessions.attending import ISSUES, people_in, visitors_card
from dialogs.sessions.planning import save
from dialogs.sessions.showing import act, name_of, side, when
from dialogs.step import Step, Tell
from domain.acceptance import clean_text
from domain.sessions.plan import Plan
from domain.sessions.session import Session
from domain.sessions.visitors import MOST_TOGETHER, Coming, Visitor, issue_of

LONGEST = 1200
LISTED = 25
NOTHING_SENT = "Er is nog niets verstuurd. Er moet een tekst en een bedrijf zijn."


def first_text(terrain: str, plan: Plan, organisation: str) -> str:
    """Return a first invitation. It keeps the seven rules of the source (000, Communicatie).

    Urgency as a question, authority, influence, plain words, who is asking, that it is free, and what it brings.
    """
    start = plan.start.astimezone(HERE)
    return "\n\n".join(
        (
            f"Kunt u straks nog laden op {terrain}? Het stroomnet is daar vol, of raakt vol.",
            f"Wij praten erover op {day(start.date())} om {clock(start.time())}. U krijgt antwoord van de netbeheerder zelf.",
            "U werkt mee aan de oplossing. Er wordt niets voor u beslist.",
            "U ziet wat uw buren nodig hebben. Alleen is dit lastig op te lossen, samen lukt meer.",
            f"Meedoen kost u niets. Deze uitnodiging komt van {organisation}.",
        )
    )


async def draft_card(step: Step, session: Session, message: str = "") -> EntryForm:
    """Return text and list for the team to look at, before anything is sent."""
    companies = await step.stores.sessions.invitable(session.plan.terrain, step.known.now)
    there = {one.intake for one in await step.stores.sessions.visitors(session, step.known.now)}
    fresh = [one for one in companies if one.intake not in there]
    organisation = step.known.house.organisation
    text = session.invitation or first_text(name_of(step, session.plan.terrain), session.plan, organisation)
    options = tuple(Choice(value=str(one.intake), title=one.company or "Bedrijf zonder naam") for one in fresh[:LISTED])
    chosen = ",".join(choice.value for choice in options)
    list_field = Field(name="companies", label="Wie nodigt u uit?", kind=InputKind.CHOICES, options=options, value=chosen)
    send = (act(session, "Goedkeuren en versturen", "send", primary=True),) if options else ()
    return EntryForm(
        title="Uitnodiging",
        lines=(
            f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}. {when(session.plan)}.",
            f"{plural(len(fresh), 'bedrijf wil', 'bedrijven willen')} uitgenodigd worden. Daar ging nog niets heen."
            if fresh
            else "Er is niemand meer om uit te nodigen. Alleen wie daar ja op zei, staat hier.",
        ),
        message=message,
        fields=(
            Field(name="text", label="De tekst", kind=InputKind.LONG_TEXT, value=text, max_length=LONGEST),
            *((list_field,) if options else ()),
        ),
        buttons=(*send, act(session, "Bewaar de tekst", "draft"), side(session, "Wie komt er", "visitors")),
    )


async def keep_draft(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Keep the text of the invitation."""
    if (kept := await save(step, replace(session, invitation=typed_text(inputs)))) is not None:
        step.show(ReplaceCard(await draft_card(step, kept, "De tekst is bewaard. Er is nog niets verstuurd.")))


def typed_text(inputs: Mapping[str, str]) -> str:
    """Return the text as it was typed, its paragraphs kept."""
    paragraphs = (clean_text(part) for part in inputs.get("text", "")[:LONGEST].split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


async def send_invitations(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Send the approved text to the companies that were chosen, as far as they still agree."""
    text, chosen = typed_text(inputs), {key for key in inputs.get("companies", "").split(",") if key}
    wanted = [UUID(key) for key in chosen if is_key(key)]
    if not text or not wanted:
        step.show(ReplaceCard(await draft_card(step, session, NOTHING_SENT)))
        return
    kept = await save(step, replace(session, invitation=text, invited_at=step.known.now))
    if kept is None:
        return
    told = await step.stores.sessions.invite(kept, wanted, step.known.now)
    card = invitation_card(name_of(step, kept.plan.terrain), kept)
    step.tells += [Tell(person, (ShowCard(card),)) for person in told]
    sent = plural(len(told), "persoon", "personen")
    step.show(ReplaceCard(await visitors_card(step, kept, f"De uitnodiging gaat naar {sent}.")))


def is_key(text: str) -> bool:
    """Say whether a text is a key of ours."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def invitation_card(terrain: str, session: Session, given: Visitor | None = None, message: str = "") -> EntryForm:
    """Return the invitation as a company sees it, filled in with what it answered before."""
    known = given or Visitor(0, "")
    return EntryForm(
        title=f"{session.plan.kind.title} {terrain}",
        lines=(
            *session.invitation.split("\n\n"),
            f"Wanneer: {when(session.plan)}.",
            *((f"Waar: {session.plan.place}.",) if session.plan.place else ()),
        ),
        message=message,
        fields=(
            Field(name="people", label="Met hoeveel mensen komt u?", kind=InputKind.NUMBER, value=str(known.people), minimum=1,
                  maximum=MOST_TOGETHER),
            Field(name="issue", label="Waar wilt u het over hebben?", kind=InputKind.CHOICE, options=ISSUES, value=known.issue),
        ),
        buttons=(
            Button(title="Ik kom", verb=Verb.SESSION_DO, data=answer_data(session, "yes"), primary=True),
            Button(title="Ik kom niet", verb=Verb.SESSION_DO, data=answer_data(session, "no")),
        ),
    )  # fmt: skip


def answer_data(session: Session, coming: str) -> dict[str, str]:
    """Return what the buttons of an invitation carry."""
    return {"do": "answer", "session": str(session.id), "coming": coming}


async def take_answer(step: Step, session: Session, data: Mapping[str, str], inputs: Mapping[str, str]) -> None:
    """Keep what an invited company answers; it may change its mind until the session begins."""
    if not session.is_open or session.plan.start <= step.known.now:
        step.show(ReplaceCard(Notice(lines=("Deze sessie is al geweest, of gaat niet door.",))))
        return
    coming = Coming.YES if data.get("coming") == "yes" else Coming.NO
    name = clean_text(step.known.sender.name)[:120]
    given = Visitor(0, "", name, people_in(inputs), issue_of(inputs.get("issue", "")), coming=coming)
    if not await step.stores.sessions.answer(session.id, step.known.intake.id, given):
        step.say("Deze uitnodiging hoort niet bij uw bedrijf. Typ 'vraag' met uw vraag erachter.")
        return
    said = "Fijn dat u komt. U staat op de lijst." if coming is Coming.YES else "Jammer. U kunt nog van gedachten veranderen."
    step.show(ReplaceCard(invitation_card(name_of(step, session.plan.terrain), session, given, said)))
