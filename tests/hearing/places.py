"""Somebody in every place of the conversation, and what they hear there that they can go on with."""

from collections.abc import Awaitable, Callable

from dialogs.turn.events import Said, Scope
from tests.beginnings import CONSENTS, SHORT, agree, finish_short, meet, talk
from tests.chat import Chat
from tests.person import Person
from tests.replies import Shown

Arranged = Callable[[Chat], Awaitable[Person]]


async def before_the_first_consent(chat: Chat) -> Person:
    """Return somebody who read the welcome."""
    fatima = chat.person("Fatima")
    await fatima.opens()
    return fatima


async def at_the_depth(chat: Chat) -> Person:
    """Return somebody who is asked how much time there is."""
    return await meet(chat, "Fatima")


async def at_a_number(chat: Chat) -> Person:
    """Return somebody who is asked how many vans there are."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:2])
    return fatima


async def at_a_choice_that_waits(chat: Chat) -> Person:
    """Return somebody whose answer was hard to believe."""
    fatima = await at_a_number(chat)
    await fatima.says("400")
    return fatima


async def at_a_choice(chat: Chat) -> Person:
    """Return somebody who is asked about their connection."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:-1])
    return fatima


async def at_a_decision(chat: Chat) -> Person:
    """Return somebody who decides about sharing."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT)
    return fatima


async def at_the_summary(chat: Chat) -> Person:
    """Return somebody who sees everything once more."""
    fatima = await at_a_decision(chat)
    await talk(fatima, *CONSENTS)
    return fatima


async def at_the_end(chat: Chat) -> Person:
    """Return somebody who is done."""
    return await finish_short(chat)


async def in_the_office(chat: Chat) -> Person:
    """Return somebody of the team."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    return noor


async def on_the_telephone(chat: Chat) -> Person:
    """Return somebody of the team who fills in for a company."""
    noor = await in_the_office(chat)
    await talk(noor, "intake namens Jansen Transport", "ja", "kort", "Hessenpoort")
    return noor


PLACES: tuple[Arranged, ...] = (
    before_the_first_consent, at_the_depth, at_a_number, at_a_choice_that_waits, at_a_choice, at_a_decision, at_the_summary,
    at_the_end, in_the_office, on_the_telephone,
)  # fmt: skip


async def mentions_us(someone: Person, text: str, scope: Scope = Scope.CHANNEL) -> None:
    """Let somebody mention the bot where others read along."""
    someone.chat.said.append(text)
    await someone.does(Said(text), scope=scope)


def ways_on(someone: Person) -> list[str]:
    """Return everything one can tap among the newest replies."""
    buttons = [str(one.get("title")) for shown in someone.fresh for one in shown.all_buttons()]
    return buttons + [title for shown in someone.fresh for title in tapped(shown)]


def tapped(shown: Shown) -> list[str]:
    """Return the answers that stand under a message."""
    return [str(action["title"]) for action in shown.activity.get("suggestedActions", {}).get("actions", [])]
