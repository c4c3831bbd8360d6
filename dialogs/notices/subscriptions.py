"""`volg`, `volgt` and `ontvolg`: what a channel hears of which terrain, at once or gathered per day."""

from collections.abc import Sequence
from typing import Annotated

from cards.formats import capital, listing
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.forms.fields import card_fields
from dialogs.notices.reports import place_of, why_off
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.forms.declaration import Fields
from domain.forms.judging import judge
from domain.intake.acceptance import clean_text
from domain.intake.declaration import Ask, Offered
from domain.intake.options import Option
from domain.notices.notice import Subscription
from domain.notices.topics import TOPICS, Topic, topic_named

GROUP = "Kanalen"
ALL = ("alle terreinen", "alle", "alles", "overal")
EVERYTHING = ("alles", "alle onderwerpen")
DAILY = ("per dag", "dagelijks", "gebundeld", "elke dag")
AT_ONCE = ("meteen", "direct", "gelijk")
WHERE = "Typ dit in het kanaal dat moet volgen. Noem mij daar, bijvoorbeeld: @Laadmaat volg hessenpoort."
NOTHING = "Dit kanaal volgt nog niets. Typ bijvoorbeeld: volg hessenpoort."
NAMED = "Dit team is gekoppeld aan het projectteam. Daarom noem ik hier bedrijven bij naam."
UNNAMED = "Dit kanaal hoort niet bij het projectteam. Daarom noem ik hier geen bedrijven bij naam."
STOP = "Stoppen? Typ bijvoorbeeld: ontvolg hessenpoort."
OFFERED = {"topics": {topic.value: capital(rule.label) for topic, rule in TOPICS.items()}}


class FollowPace(Option):
    """Whether a channel hears of things at once."""

    NOW = "now", "Meteen"
    DAY = "day", "Eén keer per dag, om 16:00"


class FollowWish(Fields):
    """What a channel wants to hear, and when."""

    topics: Annotated[list[Offered], Ask("Wat wilt u horen?")]
    when: Annotated[FollowPace, Ask("Wanneer?")]


async def follow(step: Step, text: str) -> None:
    """Let this channel follow a terrain, or all of them."""
    if step.known.channel is None:
        step.say(WHERE)
        return
    found = await meant(step, text, FOLLOW)
    if found is None:
        return
    terrain, rest = found
    topics, gathered, unknown = read_wishes(rest)
    if unknown:
        step.say(f"{quoted(unknown)} ken ik niet. Kies uit: {listing([rule.label for rule in TOPICS.values()], 'of')}.")
        return
    wanted = Subscription(step.known.channel, terrain, topics or tuple(Topic), gathered)
    await step.stores.notices.follow(wanted)
    step.show(ShowCard(card_of(step, wanted)))


async def meant(step: Step, text: str, then: Command) -> tuple[str, str] | None:
    """Return the terrain at the front of a text (empty for all of them) with what follows it; None when that was asked."""
    line = clean_text(text)
    for word in ALL:
        if line.casefold() == word or line.casefold().startswith(f"{word} "):
            return "", line[len(word) :].strip()
    found = await with_terrain_first(step, line, then)
    return None if found is None else (found[0].id, found[1])


def read_wishes(text: str) -> tuple[tuple[Topic, ...], bool, str]:
    """Read "stappen, sessies per dag": what, whether it is gathered, and the first words that mean nothing."""
    line, gathered = " ".join(text.casefold().split()), False
    for word in (*DAILY, *AT_ONCE):
        if line.endswith(word):
            line, gathered = line[: -len(word)].strip(" ,"), word in DAILY
            break
    parts = [part.strip() for part in line.replace(" en ", ",").split(",") if part.strip()]
    parts = [] if parts and all(part in EVERYTHING for part in parts) else parts
    found = [topic_named(part) for part in parts]
    unknown = next((part for part, topic in zip(parts, found, strict=True) if topic is None), "")
    return tuple(dict.fromkeys(topic for topic in found if topic is not None)), gathered, unknown


def name_of(step: Step, terrain: str) -> str:
    """Return what is followed as people know it."""
    named = step.stores.terrains.named(terrain)
    return "alle terreinen" if not terrain else named.label if named is not None else "een terrein dat ik niet ken"


def card_of(step: Step, known: Subscription, message: str = "") -> FormCard:
    """Return what a channel follows of a terrain, to change it in place."""
    data, topics = {"terrain": known.terrain}, [topic.value for topic in known.topics]
    return FormCard(
        title=f"Dit kanaal volgt {name_of(step, known.terrain)}",
        lines=(
            f"Het hoort: {summary(known)}.",
            NAMED if step.known.linked else UNNAMED,
            "In de avond, in het weekend en op feestdagen wacht een bericht tot de volgende werkdag.",
        ),
        message=message,
        fields=card_fields(FollowWish, {"topics": topics, "when": "day" if known.gathered else "now"}, offers=OFFERED),
        buttons=(
            Button(title="Bewaar", verb=Verb.FOLLOW, data=data | {"do": "save"}, primary=True),
            Button(title="Volg niet meer", verb=Verb.FOLLOW, data=data | {"do": "stop"}),
        ),
    )


def summary(known: Subscription) -> str:
    """Return what a subscription brings, in one phrase."""
    what = "alles" if len(known.topics) == len(TOPICS) else listing([TOPICS[topic].label for topic in known.topics])
    return f"{what}, {'één keer per dag' if known.gathered else 'meteen'}"


async def press_follow(step: Step, event: Pressed) -> None:
    """The card of a subscription was filled in, or its channel follows no longer."""
    terrain, channel = str(event.data.get("terrain", "")), step.known.channel
    if not step.known.is_team or channel is None or (terrain and step.stores.terrains.named(terrain) is None):
        step.say(OLD_BUTTON)
        return
    if event.data.get("do") == "stop":
        await step.stores.notices.unfollow(channel, terrain)
        step.show(ReplaceCard(NoticeCard(lines=(f"Dit kanaal volgt {name_of(step, terrain)} niet meer.",))))
        return
    wish = judge(FollowWish, event.inputs, step.today, OFFERED)
    topics = tuple(Topic(topic) for topic in wish.list("topics"))
    wanted = Subscription(channel, terrain, topics, wish.text("when") == FollowPace.DAY)
    if wanted.topics:
        await step.stores.notices.follow(wanted)
        step.show(ReplaceCard(card_of(step, wanted)))
    else:
        now = await step.stores.notices.followed(channel)
        before = next((one for one in now if one.terrain == terrain), Subscription(channel, terrain, tuple(Topic)))
        step.show(ReplaceCard(card_of(step, before, "Kies eerst wat u wilt horen.")))


async def show_followed(step: Step, _: str) -> None:
    """Show what this channel follows; in one's own chat what every channel does."""
    if step.known.channel is not None:
        lines = lines_of(step, await step.stores.notices.followed(step.known.channel))
        step.say(*(("Dit kanaal volgt:", *lines, STOP) if lines else (NOTHING,)))
        return
    found = []
    for one in await step.stores.channels.active():
        lines = lines_of(step, await step.stores.notices.followed(one.id))
        found += [f"{capital(place_of(one))} volgt {'; '.join(lines)}"] if lines else []
    for one in await step.stores.channels.followers_off():
        lines = lines_of(step, await step.stores.notices.followed(one.id))
        found += [f"{capital(place_of(one))} volgt {'; '.join(lines)}. Daar kan ik nu niets plaatsen. {why_off(one)}"]
    step.say("\n\n".join(found) or "Er is geen kanaal dat een terrein volgt.", "" if found else WHERE)


def lines_of(step: Step, followed: Sequence[Subscription]) -> list[str]:
    return [f"{name_of(step, one.terrain)}: {summary(one)}" for one in followed]


async def unfollow(step: Step, text: str) -> None:
    """Let this channel follow a terrain no longer, or nothing at all."""
    if step.known.channel is None:
        step.say(WHERE)
        return
    followed = await step.stores.notices.followed(step.known.channel)
    if not followed:
        step.say(NOTHING)
    elif clean_text(text).casefold() in ALL:
        await step.stores.notices.unfollow(step.known.channel)
        step.say("Dit kanaal volgt niets meer.")
    elif not clean_text(text) and len(followed) > 1:
        names = listing([name_of(step, one.terrain) for one in followed], "of")
        step.say(f"Wat volgt dit kanaal niet meer: {names}? Typ bijvoorbeeld: ontvolg alle.")
    else:
        await unfollow_one(step, followed[0].terrain if not clean_text(text) else None, text)


async def unfollow_one(step: Step, terrain: str | None, text: str) -> None:
    """Let this channel follow one terrain no longer: the only one, or the one that a text names."""
    if terrain is None:
        found = await with_terrain_first(step, text, UNFOLLOW)
        if found is None:
            return
        terrain = found[0].id
    assert step.known.channel is not None  # noqa: S101 - looked at before
    ended = await step.stores.notices.unfollow(step.known.channel, terrain)
    again = "niet meer" if ended else "niet, ook eerder niet"
    step.say(f"Dit kanaal volgt {name_of(step, terrain)} {again}.")


FOLLOW = Command(
    ("volg",), "dit kanaal een terrein laten volgen, of alle", follow, Users.TEAM, Takes.TEXT,
    argument="<terrein> [wat] [per dag]", example="volg hessenpoort stappen en sessies per dag",
    scopes=tuple(Scope), group=GROUP,
)  # fmt: skip
UNFOLLOW = Command(
    ("ontvolg", "volg niet"), "een terrein niet meer volgen", unfollow, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="ontvolg hessenpoort", scopes=tuple(Scope), group=GROUP,
)  # fmt: skip
FOLLOWED = Command(
    ("volgt", "wat volgt dit kanaal"), "zien wat kanalen volgen", show_followed, Users.TEAM, scopes=tuple(Scope), group=GROUP,
)  # fmt: skip
