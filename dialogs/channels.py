"""Channels and group chats: commands of the team; an intake belongs in the personal chat."""

from cards.verbs import Verb
from dialogs.access.linking import follow_members, lose_team, take_team
from dialogs.commanding import Audience
from dialogs.commands import INTRODUCTION, POINTER, find_command
from dialogs.events import Arrived, ChannelChanged, Event, Left, MembersChanged, Pressed, Said, Scope, TeamRead
from dialogs.pressing import OFFICE
from dialogs.step import Step
from dialogs.terrain.naming import show_named
from domain.acceptance import legible

OWN_CHAT = "Dat kan alleen in uw eigen chat met mij. Open die en typ het daar."
OTHERS = "Noem mij met 'help' om te zien wat ik hier kan."


async def converse_in_channel(step: Step, event: Event, scope: Scope) -> None:
    """Answer in a channel or group chat; nothing personal is asked or shown here."""
    match event:
        case Arrived():
            step.say(*INTRODUCTION)
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
        case ChannelChanged(conversation, name, gone):
            channels = step.stores.channels
            await (channels.switch_off(conversation=conversation) if gone else channels.rename(conversation, name))
        case Left():
            await lose_team(step)
        case _:
            pass


async def hear_in_channel(step: Step, text: str, scope: Scope) -> None:
    """Take a sentence in which the bot was mentioned."""
    text = legible(text)
    called = find_command(step, text, scope)
    if called is not None:
        await called.command.handler(step, called.argument)
    elif (personal := find_command(step, text)) is not None:
        step.say(POINTER if personal.command.audience & Audience.COMPANY else OWN_CHAT)
    elif not (step.official and await show_named(step, text)):
        step.say("Dat begrijp ik niet.", OTHERS if step.official else POINTER)
