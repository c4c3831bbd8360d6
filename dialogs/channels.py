"""Channels and group chats: commands of the team; an intake belongs in the personal chat."""

from cards.verbs import Verb
from cards.views.notice import NoticeCard
from dialogs.access.team_links import PUT_AWAY, follow_members, lose_team, take_team
from dialogs.buttons import OFFICE
from dialogs.commands import INTRODUCTION, POINTER, find_command
from dialogs.meanings import MEANT, MISSED, act_on, near_buttons, next_of, says, talk_back
from dialogs.missed import note_miss
from dialogs.smalltalk import small_talk
from dialogs.terrains.named import show_named
from dialogs.turn.command import Users
from dialogs.turn.events import Arrived, ChannelChanged, Event, Left, MembersChanged, Pressed, Said, Scope, TeamChanged, TeamRead
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from dialogs.understanding import understand
from domain.intake.acceptance import legible
from domain.knowledge.misses import MissState
from domain.notices.channels import Off

OWN_CHAT = "Dat kan alleen in uw eigen chat met mij. Open die en typ het daar."
OTHERS = "Noem mij met 'help' om te zien wat ik hier kan."


async def converse_in_channel(step: Step, event: Event, scope: Scope) -> None:
    """Answer in a channel or group chat; nothing personal is asked or shown here."""
    match event:
        case Arrived():
            step.say(*INTRODUCTION)
            await come_back(step, step.known.team, (Off.REMOVED, Off.BLOCKED, Off.TEAM))
        case Said(text):
            await hear_in_channel(step, legible(text), scope)
        case Pressed(verb=Verb.SAY):
            await hear_in_channel(step, str(event.data.get("text", ""))[:200], scope)
        case Pressed(verb=verb) if verb in OFFICE:
            await OFFICE[Verb(verb)](step, event)
        case Pressed():
            step.say(POINTER)
        case TeamRead():
            await take_team(step, event)
        case MembersChanged():
            await follow_members(step, event)
        case ChannelChanged() | TeamChanged():
            await (follow_channel(step, event) if isinstance(event, ChannelChanged) else follow_team(step, event))
        case Left():
            await lose_team(step)
        case _:
            pass


async def follow_channel(step: Step, event: ChannelChanged) -> None:
    """Keep up with a channel that got another name, is gone, or is back."""
    channels = step.stores.channels
    if event.gone:
        await channels.switch_off(conversation=event.conversation, why=Off.CHANNEL)
        return
    if event.name:
        await channels.rename(event.conversation, event.name)
    if event.back:
        on = await channels.switch_on(conversation=event.conversation, over=(Off.CHANNEL, Off.BLOCKED))
        await step.stores.notices.missed(on)


async def follow_team(step: Step, event: TeamChanged) -> None:
    """Keep up with a team: put away, nothing can be posted there and nobody can tell who is in it; back, all goes on."""
    team = step.known.team
    if event.gone:
        await step.stores.channels.switch_off(team=team, why=Off.TEAM)
        await lose_team(step, PUT_AWAY)
        return
    if event.name:
        await step.stores.channels.rename_team(team, event.name)
    if event.back:
        await come_back(step, team, (Off.TEAM, Off.BLOCKED))


async def come_back(step: Step, team: str, over: tuple[Off, ...]) -> None:
    """Post in the channels of a team again, and tell there what happened meanwhile; where we arrive we can post already."""
    on = set(await step.stores.channels.switch_on(team=team, over=over)) if team else set()
    await step.stores.notices.missed(on | {one for one in (step.known.channel,) if one is not None})


async def hear_in_channel(step: Step, text: str, scope: Scope) -> None:
    """Take a sentence in which the bot was mentioned."""
    text = legible(text)
    called = find_command(step, text, scope)
    if called is not None:
        await called.command.handler(step, called.argument)
    elif (personal := find_command(step, text)) is not None:
        step.say(POINTER if personal.command.audience & Users.COMPANY else OWN_CHAT)
    elif not (step.official and await show_named(step, text)):
        await hear_meaning_in_channel(step, text)


async def hear_meaning_in_channel(step: Step, text: str) -> None:
    """Do what a sentence surely asks for of what everybody here may know, or offer the nearest things; nothing is kept of it."""
    talk = small_talk(step, text)
    if talk is not None:
        talk_back(step, talk)
        return
    understood = await understand(step, text)
    if understood.sure is not None:
        await act_on(step, understood.sure)
    else:
        step.place.misses = await note_miss(step, MissState.CHANNEL, text)
        lines = (next_of(MISSED, step.place.misses), MEANT if understood.near else "", OTHERS if step.official else POINTER)
        buttons = (*near_buttons(understood.near), says("Help", "help"))
        step.show(ShowCard(NoticeCard(lines=tuple(filter(None, lines)), buttons=buttons)))
