"""`koppel projectteam`: the members of a Teams team become the project team, and whoever comes or goes later follows."""

from cards.formats import plural
from cards.verbs import Verb
from cards.views.access.team_link import TeamLink
from cards.views.card import MOST_BUTTONS, Button, Choice
from cards.views.notice import NoticeCard
from dialogs.access.people import mentions_of, object_id_in
from dialogs.turn.errands import ReadTeam
from dialogs.turn.events import MembersChanged, Pressed, Scope, TeamRead
from dialogs.turn.replies import ReplaceCard, Say, ShowCard
from dialogs.turn.step import Step, Tell
from domain.access.roles import LinkedTeam, TeamMember
from domain.intake.acceptance import clean_text

LONGEST_NAME = 120
WHERE = "Typ dit in een kanaal van het team dat u wilt koppelen. Ik moet daar ook toegevoegd zijn."
READING = "Ik lees wie er in dit team zitten."
NOT_SHOWN = "Teams laat mij niet zien wie er in dit team zitten. Probeer het later nog een keer."
TOO_MANY = "Dit team is te groot voor een projectteam. Maak een eigen team en koppel dat."
CHOOSE_GUEST = "Een naam zegt niet zeker welke gast u bedoelt. Kies uit de lijst."
NO_SUCH_GUEST = "Deze persoon is geen gast in dit team."
NOT_LINKED = "Dit team is niet gekoppeld."
GONE = "Laadmaat is weggehaald uit het team {name}. De koppeling met het projectteam is daarom vervallen."
PUT_AWAY = (
    "Het team {name} is gearchiveerd of verwijderd. De koppeling met het projectteam is daarom vervallen. "
    "Komt het team terug? Typ daar dan opnieuw 'koppel projectteam'."
)


async def link(step: Step, text: str) -> None:
    """Link the team of this channel; `met @gast` takes a guest along, whom a name alone never means."""
    if step.scope is not Scope.CHANNEL or not step.known.team:
        step.say(WHERE)
        return
    words = clean_text(text)[:LONGEST_NAME].split(maxsplit=1)
    named = words[-1] if len(words) == 2 and words[0].casefold() == "met" else " ".join(words)
    step.errands.append(ReadTeam(step.known.team, link=True, named=named, guest=guest_pointed_at(step, named)))
    step.say(READING)


async def take_team(step: Step, event: TeamRead) -> None:
    """Take what was read of a team: link it for an administrator, or bring a linked one up to date."""
    if event.team != step.known.team:
        return
    if not event.link:
        if event.members is not None:
            await step.stores.teams.reread(event.team, event.name, event.members)
    elif not step.known.is_admin:
        return
    elif event.many or event.members is None:
        step.say(TOO_MANY if event.many else NOT_SHOWN)
    else:
        wanted = [one.object_id for one in event.members if one.guest and event.guest in (one.object_id, one.teams_id)]
        linked = await step.stores.teams.link(event.team, event.name, event.members, wanted)
        if event.named and not wanted:
            step.say(NO_SUCH_GUEST if event.guest else CHOOSE_GUEST if linked.guests else "Er zijn geen gasten in dit team.")
        step.show(ShowCard(card_of(linked)))


def guest_pointed_at(step: Step, words: str) -> str:
    """Return the id of whoever is mentioned with these words, or the object id that they are; empty for a name alone."""
    if object_id := object_id_in(words):
        return object_id
    mentioned = {one.object_id or one.teams_id for one in mentions_of(step) if one.words == words}
    return mentioned.pop() if len(mentioned) == 1 else ""


def told_of(guest: TeamMember) -> str:
    """Return a guest with what tells them from a namesake."""
    home = f", tenant {guest.tenant}" if guest.tenant else ""
    return f"{guest.name or 'Zonder naam'} (gast{home}, Object ID {guest.object_id})"


def card_of(linked: LinkedTeam) -> TeamLink:
    return TeamLink(
        team=linked.id,
        name=linked.name,
        counting=linked.counting,
        joined=linked.joined,
        left=linked.left,
        guests=tuple(Choice(value=one.object_id, title=told_of(one)) for one in linked.guests),
    )


async def press_guests(step: Step, event: Pressed) -> None:
    """Guests were chosen to belong to the project team."""
    chosen = {one for one in event.inputs.get("guests", "").split(",") if one}
    linked = await step.stores.teams.admit(str(event.data.get("team", "")), chosen)
    if linked is None:
        step.show(ReplaceCard(NoticeCard(lines=(NOT_LINKED,))))
    elif not chosen:
        step.say("Kies eerst wie erbij horen.")
    else:
        step.show(ReplaceCard(card_of(linked)))


async def unlink(step: Step, _: str) -> None:
    """Let go of the team of this channel; in a chat alone the linked teams are shown to choose from."""
    if step.scope is Scope.CHANNEL and step.known.team:
        step.say(await let_go(step, step.known.team))
        return
    linked = await step.stores.teams.all()
    buttons = tuple(
        Button(title=f"Ontkoppel {one.name or 'een team'}", verb=Verb.UNLINK, data={"team": one.id})
        for one in linked[:MOST_BUTTONS]
    )
    if buttons:
        step.show(ShowCard(NoticeCard(lines=("Welk team hoort niet meer bij het projectteam?",), buttons=buttons)))
    else:
        step.say("Er is geen team gekoppeld.")


async def press_unlink(step: Step, event: Pressed) -> None:
    """A team is let go by a button."""
    step.show(ReplaceCard(NoticeCard(lines=(await let_go(step, str(event.data.get("team", ""))),))))


async def let_go(step: Step, team: str) -> str:
    gone = await step.stores.teams.unlink(team)
    if gone is None:
        return NOT_LINKED
    return f"Team {gone.name} is ontkoppeld. {plural(gone.counting, 'lid hoort', 'leden horen')} niet meer bij het projectteam."


async def follow_members(step: Step, event: MembersChanged) -> None:
    """Keep up with a linked team: who left has no role any more at once; who came is read with the others."""
    if event.removed and step.known.team:
        await step.stores.teams.leave(step.known.team, event.removed)  # also while the link is suspended
    if event.added and step.known.linked:
        step.errands.append(ReadTeam(step.known.team))


async def lose_team(step: Step, told: str = GONE) -> None:
    """The bot was taken out of a team, or it was put away: nobody can tell any longer who is in it, so the link ends."""
    if not step.known.team:
        return
    linker = await step.stores.teams.linker(step.known.team)
    gone = await step.stores.teams.unlink(step.known.team)
    if gone is not None and linker is not None:
        step.tells.append(Tell(linker, (Say(told.format(name=gone.name or "in Teams")),)))
