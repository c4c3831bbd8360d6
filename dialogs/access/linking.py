"""`koppel projectteam`: the members of a Teams team become the project team, and whoever comes or goes later follows."""

from cards.formats import plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Choice
from cards.views.notice import Notice
from cards.views.team_link import TeamLink
from dialogs.errands import ReadTeam
from dialogs.events import MembersChanged, Pressed, Scope, TeamRead
from dialogs.names import plain
from dialogs.replies import ReplaceCard, Say, ShowCard
from dialogs.step import Step, Tell
from domain.acceptance import clean_text
from domain.access import LinkedTeam, Member

LONGEST_NAME = 120
WHERE = "Typ dit in een kanaal van het team dat u wilt koppelen. Ik moet daar ook toegevoegd zijn."
READING = "Ik lees wie er in dit team zitten."
NOT_SHOWN = "Teams laat mij niet zien wie er in dit team zitten. Probeer het later nog een keer."
TOO_MANY = "Dit team is te groot voor een projectteam. Maak een eigen team en koppel dat."
CHOOSE_GUEST = "Ik weet niet zeker welke gast u bedoelt. Kies uit de lijst."
NOT_LINKED = "Dit team is niet gekoppeld."
GONE = "Laadmaat is weggehaald uit het team {name}. De koppeling met het projectteam is daarom vervallen."
PUT_AWAY = (
    "Het team {name} is gearchiveerd of verwijderd. De koppeling met het projectteam is daarom vervallen. "
    "Komt het team terug? Typ daar dan opnieuw 'koppel projectteam'."
)


async def link(step: Step, text: str) -> None:
    """Link the team of this channel; `met <naam>` takes a guest along."""
    if step.scope is not Scope.CHANNEL or not step.known.team:
        step.say(WHERE)
        return
    words = clean_text(text)[:LONGEST_NAME].split(maxsplit=1)
    named = words[-1] if len(words) == 2 and words[0].casefold() == "met" else " ".join(words)
    step.errands.append(ReadTeam(step.known.team, link=True, named=named))
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
        wanted = guests_named(event.members, event.named)
        linked = await step.stores.teams.link(event.team, event.name, event.members, [one.object_id for one in wanted])
        if event.named and len(wanted) != 1:
            step.say(CHOOSE_GUEST if linked.guests else "Er zijn geen gasten in dit team.")
        step.show(ShowCard(card_of(linked)))


def guests_named(members: tuple[Member, ...], name: str) -> list[Member]:
    """Return the guest that a name means; nobody when it can be two."""
    words = set(plain(name))
    found = [one for one in members if one.guest and words and words <= set(plain(one.name))]
    return found if len(found) == 1 else []


def card_of(linked: LinkedTeam) -> TeamLink:
    """Return the card about a linked team."""
    return TeamLink(
        team=linked.id,
        name=linked.name,
        counting=linked.counting,
        joined=linked.joined,
        left=linked.left,
        guests=tuple(Choice(value=one.object_id, title=one.name or one.object_id[:8]) for one in linked.guests),
    )


async def press_guests(step: Step, event: Pressed) -> None:
    """Guests were chosen to belong to the project team."""
    chosen = {one for one in event.inputs.get("guests", "").split(",") if one}
    linked = await step.stores.teams.admit(str(event.data.get("team", "")), chosen)
    if linked is None:
        step.show(ReplaceCard(Notice(lines=(NOT_LINKED,))))
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
        step.show(ShowCard(Notice(lines=("Welk team hoort niet meer bij het projectteam?",), buttons=buttons)))
    else:
        step.say("Er is geen team gekoppeld.")


async def press_unlink(step: Step, event: Pressed) -> None:
    """A team is let go by a button."""
    step.show(ReplaceCard(Notice(lines=(await let_go(step, str(event.data.get("team", ""))),))))


async def let_go(step: Step, team: str) -> str:
    """Let go of a team, and return what to say."""
    gone = await step.stores.teams.unlink(team)
    if gone is None:
        return NOT_LINKED
    return f"Team {gone.name} is ontkoppeld. {plural(gone.counting, 'lid hoort', 'leden horen')} niet meer bij het projectteam."


async def follow_members(step: Step, event: MembersChanged) -> None:
    """Keep up with a linked team: who left has no role any more at once; who came is read with the others."""
    if not step.known.linked:
        return
    if event.removed:
        await step.stores.teams.leave(step.known.team, event.removed)
    if event.added:
        step.errands.append(ReadTeam(step.known.team))


async def lose_team(step: Step, told: str = GONE) -> None:
    """The bot was taken out of a team, or it was put away: nobody can tell any longer who is in it, so the link ends."""
    if not step.known.linked:
        return
    linker = await step.stores.teams.linker(step.known.team)
    gone = await step.stores.teams.unlink(step.known.team)
    if gone is not None and linker is not None:
        step.tells.append(Tell(linker, (Say(told.format(name=gone.name or "in Teams")),)))
