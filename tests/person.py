"""Somebody in a conversation test: what they see on their phone, and what they can do."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from bot.exchange import Arrival, Outgoing, is_window
from bot.teams.presses import press_of_execute, press_of_submit
from bot.turn.results import TurnResult
from cards.capabilities import TEAMS, WEB_CHAT, Capabilities
from cards.views.card import BOX
from dialogs.turn.errands import Errand
from dialogs.turn.events import Arrived, Event, Ignored, Left, Said, Scope, Sender
from domain.door.sessions import DoorPerson
from domain.intake.acceptance import clean_text
from tests.files import Files
from tests.replies import Shown, check_reply

if TYPE_CHECKING:
    from tests.chat import Chat


# Buttons beside fields that open as a card of their own where there is no room for them.
BOXED = ("Wijzig dit", "Pas aan", "Voeg toe", "Vink aan", "Maak groepen", "Maak opnieuw", "Verplaats", "Bewaar de wens")


@dataclass
class Person(Files):
    """Somebody with a phone: what they see, and what they can do. `door` and `cookie` are those of somebody without Teams."""

    chat: "Chat"
    sender: Sender
    conversation: str
    screen: list[Shown] = field(default_factory=list)
    fresh: list[Shown] = field(default_factory=list)
    last: Arrival | None = None
    errands: tuple[Errand, ...] = ()
    door: DoorPerson | None = None
    cookie: str = ""

    async def opens(self) -> None:
        """Open the chat for the first time; Teams tells of it twice."""
        await self.does(Arrived())
        await self.does(Arrived(), keep_fresh=True)

    async def says(self, text: str) -> None:
        """Type a message."""
        self.chat.said.append(clean_text(text))
        await self.does(Said(text))

    async def reacts(self) -> None:
        """Put a thumb under a message."""
        await self.does(Ignored("messageReaction"))

    async def leaves(self) -> None:
        """Remove the bot."""
        await self.does(Left())

    async def clicks(self, title: str, inputs: Mapping[str, str] | None = None, *, on: Shown | None = None) -> None:
        """Press a button on the newest card that has it, or on a given card, with the fields as they are filled in."""
        if on is None:
            await self.opens_fields(title)
        shown = on or next((s for s in reversed(self.screen) if s.has_button(title)), None)
        assert shown is not None, f"no button {title!r} in:\n{self.transcript()}"
        action = shown.button(title)
        fields = {} if action.get("associatedInputs") == "none" else shown.filled_in() | dict(inputs or {})
        await self.presses(action, fields, shown)

    async def presses(self, action: Mapping[str, Any], fields: Mapping[str, str], shown: Shown) -> None:
        """Send what a button sends, in the way this chat sends it."""
        if self.chat.how == "execute" and self.door is None:
            value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": {**action["data"], **fields}}}
            await self.does(press_of_execute(value, shown.id), invoke=True, on=shown)
        else:
            await self.does(press_of_submit({**action.get("fallback", action)["data"], **fields}, shown.id), on=shown)

    async def presses_raw(self, verb: str, data: Mapping[str, Any], fields: Mapping[str, Any] | None = None) -> None:
        """Send what no card of ours sent like this: an own verb, own data, own fields; on no card we know of."""
        await self.does(press_of_submit({"verb": verb, "data": data, **(fields or {})}, None))

    async def fills_in_raw(self, fields: Mapping[str, Any], button: str = "Opslaan en verder") -> None:
        """Save the newest form with these fields and no others, whether they stand on it or not."""
        self.chat.said += [str(value) for value in fields.values()]
        shown = self.newest(button)
        sent = {**shown.button(button)["fallback"]["data"], **fields}
        own = shown.button(button)["fallback"]["data"]
        await self.does(press_of_submit({**sent, "verb": own["verb"], "data": own["data"]}, shown.id), on=shown)

    async def fills_in(self, answers: Mapping[str, str], button: str = "Opslaan en verder") -> None:
        """Fill in the newest form, by label or by question name, and save it."""
        await self.opens_fields(button)
        shown = next(s for s in reversed(self.screen) if s.has_button(button))
        await self.clicks(button, shown.named(answers), on=shown)

    async def opens_fields(self, button: str) -> None:
        """Ask for the fields as a card of their own, where the newest card with this button had no room for them."""
        for shown in reversed(self.screen):
            opens = next((one for one in shown.all_buttons() if "verb" in one and one["data"]["data"].get("part") == BOX), None)
            if shown.has_button(button):
                return
            if opens is not None and button in BOXED:
                await self.presses(opens, {}, shown)
                return

    async def does(
        self,
        event: Event,
        *,
        invoke: bool = False,
        on: Shown | None = None,
        keep_fresh: bool = False,
        scope: Scope = Scope.PERSONAL,
        team: str = "",
    ) -> None:
        """Let something happen and take in what comes back; `team` is the team of a channel."""
        if not keep_fresh:
            self.fresh = []
        place = self.conversation if scope is Scope.PERSONAL else f"19:{scope.value}@thread.tacv2"
        reference = self.reference(place, scope)
        self.last = Arrival(self.sender.tenant, place, uuid4().hex, self.sender, scope, event, reference, invoke, team)
        turned = await self.chat.takes(self.last)
        if invoke and turned.body and turned.body["type"].endswith("card.adaptive") and on is not None:
            on.replace(json.loads(json.dumps(turned.body["value"])))
            self.fresh.append(on)
        self.receives(turned)
        self.errands = turned.errands

    async def repeats(self) -> TurnResult:
        """Let Teams deliver the last activity once more; returns what that leaves to be sent."""
        assert self.last is not None
        return await self.chat.takes(self.last)

    def reference(self, place: str, scope: Scope) -> dict[str, Any]:
        """Return how to reach a conversation in which this person is."""
        if self.door is not None and scope is Scope.PERSONAL:
            conversation = {"id": place, "conversationType": scope.value}
            where = {"channelId": "webchat", "serviceUrl": "door:", "person": str(self.door.person)}
            return {**where, "tenant": self.sender.tenant, "conversation": conversation}
        return {
            "serviceUrl": "http://127.0.0.1:1/",
            "channelId": "msteams",
            "tenant": self.sender.tenant,
            "conversation": {"id": place, "conversationType": scope.value, "tenantId": self.sender.tenant},
            "bot": {"id": "28:laadmaat"},
            "user": {"id": self.sender.teams_id},
        }

    def receives(self, turned: TurnResult) -> None:
        """Take in what a turn delivers, as the client where it goes would show it, and check every word of it."""
        client = WEB_CHAT if is_window(turned.reference) else TEAMS
        ids: list[str | None] = [self.shows(outgoing, client) for outgoing in turned.outgoing]
        self.chat.turns.note_sent(turned, ids)

    def shows(self, outgoing: Outgoing, client: Capabilities) -> str | None:
        """Show one message, or change or take away one that is there; return its activity id."""
        if outgoing.kind == "delete":
            self.screen = [shown for shown in self.screen if shown.id != outgoing.target]
            return None
        activity = json.loads(json.dumps(outgoing.activity))
        check_reply(activity, self.chat.said, client)
        if outgoing.kind == "send":
            shown = Shown(uuid4().hex, activity)
            self.screen.append(shown)
        else:
            shown = next(s for s in self.screen if s.id == outgoing.target)
            shown.activity = activity
        self.fresh.append(shown)
        return shown.id

    def text(self) -> str:
        """Return everything that came since this person last did something."""
        return "\n".join(shown.text() for shown in self.fresh)

    def transcript(self) -> str:
        """Return the whole screen."""
        return "\n---\n".join(shown.text() for shown in self.screen)

    def sees(self, *texts: str) -> None:
        """Check that the newest replies say this."""
        for text in texts:
            assert text in self.text(), f"{text!r} not in:\n{self.text() or '(silence)'}"

    def sees_not(self, *texts: str) -> None:
        """Check that the newest replies do not say this."""
        for text in texts:
            assert text not in self.text(), f"{text!r} in:\n{self.text()}"

    def sees_nothing(self) -> None:
        """Check that nothing came."""
        assert not self.fresh, self.text()

    def code(self) -> str:
        """Return the invitation code that was just shown."""
        found = re.search(r"\b(?!ABCD-2345)[A-Z2-9]{4}-[A-Z2-9]{4}\b", self.text())
        assert found, f"no code in:\n{self.text()}"
        return found[0]

    def newest(self, button: str) -> Shown:
        """Return the newest message with this button."""
        return next(shown for shown in reversed(self.screen) if shown.has_button(button))
