"""Stock botbuilder taking an intake of numbers: a waterfall of number prompts, the state of dialog and user in PostgreSQL."""
# mypy: ignore-errors
# It runs in an environment of its own, which the checker does not see.

import sys
from collections.abc import Awaitable, Callable

import jsonpickle
from aiohttp import web
from asked import QUESTIONS, next_text, noted
from botbuilder.core import ActivityHandler, ConversationState, MessageFactory, Storage, TurnContext, UserState
from botbuilder.dialogs import (
    ComponentDialog,
    DialogSet,
    DialogTurnResult,
    DialogTurnStatus,
    WaterfallDialog,
    WaterfallStepContext,
)
from botbuilder.dialogs.prompts import NumberPrompt, PromptOptions, PromptValidatorContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from echo_botbuilder import Anonymous
from state_table import StateTable


class PostgresStorage(Storage):
    """The SDK's storage on our table, in JSON as its own storages for Azure write it."""

    def __init__(self, table: StateTable) -> None:
        self._table = table

    async def read(self, keys: list[str]) -> dict[str, object]:
        """Return the items that are there."""
        found = await self._table.read(keys)
        return {key: jsonpickle.decode(state) for key, state in found.items()}  # noqa: S301 - what it wrote itself

    async def write(self, changes: dict[str, object]) -> None:
        """Store items."""
        await self._table.write({key: jsonpickle.encode(item) for key, item in changes.items()})

    async def delete(self, keys: list[str]) -> None:
        """Remove items."""
        await self._table.delete(keys)


class Intake(ComponentDialog):
    """Asks one number after another, a step for each."""

    def __init__(self, user_state: UserState) -> None:
        super().__init__(Intake.__name__)
        self.profile = user_state.create_property("Profile")
        self.add_dialog(NumberPrompt(NumberPrompt.__name__, self.is_answer))
        steps = [self.step(number) for number in range(len(QUESTIONS))]
        self.add_dialog(WaterfallDialog(WaterfallDialog.__name__, [*steps, self.finish]))
        self.initial_dialog_id = WaterfallDialog.__name__

    def step(self, number: int) -> Callable[[WaterfallStepContext], Awaitable[DialogTurnResult]]:
        """Return the step that keeps the answer before it, and asks this one."""

        async def ask(step: WaterfallStepContext) -> DialogTurnResult:
            question = QUESTIONS[number]
            options = PromptOptions(
                prompt=MessageFactory.text(self.keep(step, number)),
                retry_prompt=MessageFactory.text(question.again),
                validations=[question.least, question.most],
            )
            return await step.prompt(NumberPrompt.__name__, options)

        return ask

    def keep(self, step: WaterfallStepContext, count: int) -> str:
        """Keep the last of so many answers, and return what is said next."""
        if count == 0:
            return next_text(0)
        step.values[QUESTIONS[count - 1].name] = value = int(step.result)
        return noted(value, count)

    async def finish(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Keep everything with the user."""
        said = self.keep(step, len(QUESTIONS))
        profile = await self.profile.get(step.context, dict)
        profile.update({question.name: step.values[question.name] for question in QUESTIONS})
        await step.context.send_activity(MessageFactory.text(said))
        return await step.end_dialog()

    async def is_answer(self, prompt: PromptValidatorContext) -> bool:
        """Say whether it is a whole number within the limits."""
        least, most = prompt.options.validations
        found = prompt.recognized
        return found.succeeded and found.value == int(found.value) and least <= found.value <= most


class Bot(ActivityHandler):
    """Runs the dialog, and saves both states at the end of a turn."""

    def __init__(self, storage: Storage) -> None:
        self.conversation_state, self.user_state = ConversationState(storage), UserState(storage)
        self.dialog = Intake(self.user_state)
        self.dialog_state = self.conversation_state.create_property("DialogState")

    async def on_turn(self, turn_context: TurnContext) -> None:
        """Take a turn."""
        await super().on_turn(turn_context)
        await self.conversation_state.save_changes(turn_context)
        await self.user_state.save_changes(turn_context)

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Go on with the dialog, or begin it."""
        dialogs = DialogSet(self.dialog_state)
        dialogs.add(self.dialog)
        context = await dialogs.create_context(turn_context)
        if (await context.continue_dialog()).status == DialogTurnStatus.Empty:
            await context.begin_dialog(self.dialog.id)


def make_web() -> web.Application:
    """Return the bot as a web application."""
    table = StateTable()
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(Anonymous())), Bot(PostgresStorage(table))

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot) or web.Response(status=201)

    application = web.Application()
    application.router.add_post("/api/messages", messages)
    application.on_startup.append(table.open)
    return application


if __name__ == "__main__":
    web.run_app(make_web(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
