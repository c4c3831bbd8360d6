"""botbuilder's CloudAdapter with the repairs that production needs: right statuses, answers to invokes, one client."""

from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web
from botbuilder.core import Bot, InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ActivityTypes, ChannelAccount, ConversationAccount, ResourceResponse
from botframework.connector.auth import AuthenticateRequestResult, BotFrameworkAuthentication

from bot.connections import note_whole
from bot.metrics import Metrics
from bot.teams.activities import as_json
from bot.teams.bodies import RequestRefused, judge_head, read_body
from bot.teams.connector import Connector
from bot.teams.envelope import Envelope
from bot.teams.hosts import Hosts
from bot.teams.identity import must_end
from bot.teams.inbound import reference_of, sender_of
from bot.teams.laadmaat import ANSWER, ENVELOPE, STATUS
from bot.timeouts import Timeouts

CHANNEL = "msteams"
log = structlog.get_logger(__name__)

Logic = Callable[[TurnContext], Awaitable[None]]


class Adapter(CloudAdapter):  # type: ignore[misc]  # botbuilder has no types
    """The door: nobody gets past it without a valid token, an allowed tenant and an address we may answer at."""

    def __init__(
        self,
        authentication: BotFrameworkAuthentication,
        connector: Connector,
        hosts: Hosts,
        tenants: frozenset[str],
        metrics: Metrics,
        timeouts: Timeouts,
        *,
        proven: bool,
    ) -> None:
        """`tenants` in lower case; empty lets every tenant in, which only anonymous mode has, where nobody is `proven`."""
        super().__init__(authentication)
        self._connector, self._hosts, self._tenants, self._metrics = connector, hosts, tenants, metrics
        self._timeouts, self._proven = timeouts, proven
        self.on_turn_error = self._note_error

    async def process(self, request: web.Request, bot: Bot, ws_response: object = None) -> web.Response:  # noqa: ARG002
        """Answer one request; `ws_response` belongs to the streaming that Teams does not use."""
        try:
            judge_head(request, proven=self._proven)
            activity = activity_of(await read_body(request, self._timeouts.body))
            note_whole(request)
            answer = await self.process_activity(request.headers.get("Authorization", ""), activity, bot.on_turn)
        except RequestRefused as refusal:
            return self._refuse(refusal)
        if answer.body is None:
            return web.Response(status=int(answer.status))
        return web.Response(
            body=as_json(answer.body), status=int(answer.status), content_type="application/json", charset="utf-8"
        )

    async def expected(self, request: web.Request) -> web.Response | None:
        """Answer whoever asks before sending a body: go on, or a refusal without it."""
        try:
            judge_head(request, proven=self._proven)
        except RequestRefused as refusal:
            return self._refuse(refusal)
        if request.headers.get("Expect", "").lower() != "100-continue":
            return web.Response(status=417)
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0  # as aiohttp does: the answer itself has not begun
        return None

    async def process_activity(
        self,
        auth_header_or_authenticate_request_result: str | AuthenticateRequestResult,
        activity: Activity,
        logic: Logic,
    ) -> InvokeResponse:
        """Check who speaks and run one turn; raises Refused with 401 or 403."""
        proof = auth_header_or_authenticate_request_result
        result = await self._authenticate(activity, proof) if isinstance(proof, str) else proof
        envelope = envelope_of(activity)
        if not self._hosts.allow(envelope.service_url):
            raise RequestRefused(403, "service host")
        if not self._is_guest_of_ours(envelope):
            return InvokeResponse(status=HTTPStatus.OK, body={} if envelope.type == "invoke" else None)
        identity, audience = result.claims_identity, result.audience
        context = self._create_turn_context(activity, identity, audience, None, None, logic, None)
        context.turn_state[ENVELOPE] = envelope
        await self.run_pipeline(context, logic)
        return self._process_turn_results(context)

    async def send_activities(self, context: TurnContext, activities: Sequence[Activity]) -> list[ResourceResponse]:
        """Send what botbuilder's own code sends, over the one client."""
        sent = []
        for activity in activities:
            if activity.type == ActivityTypes.invoke_response:
                context.turn_state[ANSWER] = activity
                sent.append(ResourceResponse(id=""))
            elif activity.type != ActivityTypes.trace:
                reference = self._reference(context)
                sent.append(ResourceResponse(id=await self._connector.send(reference, activity.serialize())))
        return sent

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        """Update what botbuilder's own code updates, over the one client."""
        new = await self._connector.update(self._reference(context), activity.id, activity.serialize())
        return ResourceResponse(id=new)

    async def _authenticate(self, activity: Activity, header: str) -> AuthenticateRequestResult:
        try:
            result = await self.bot_framework_authentication.authenticate_request(activity, header)
            if self._proven:
                must_end(result.claims_identity.claims)
        except Exception as error:  # noqa: BLE001 - botbuilder and PyJWT raise many kinds for one thing: this token is no good
            raise RequestRefused(401, type(error).__name__) from None
        return result

    def _refuse(self, refusal: RequestRefused) -> web.Response:
        """Answer with a status and no words."""
        self._metrics.refused.labels(str(refusal.status)).inc()
        log.warning("request.refused", status=refusal.status, reason=refusal.reason)
        answer = web.Response(status=refusal.status, headers={"Allow": "POST"} if refusal.status == 405 else None)
        if refusal.status == 408:
            answer.force_close()
        return answer

    def _is_guest_of_ours(self, envelope: Envelope) -> bool:
        """Say whether every tenant the activity names is allowed; others are acknowledged and left alone."""
        if not self._tenants:
            return True
        # Other channels (Direct Line, Web Chat) let a client make up who it is: only Teams' word on a person counts.
        if envelope.channel == CHANNEL and envelope.tenants and envelope.tenants <= self._tenants:
            return True
        self._metrics.strangers.inc()
        log.warning("tenant.unknown", tenants=sorted(envelope.tenants - self._tenants), channel=envelope.channel)
        return False

    def _process_turn_results(self, context: TurnContext) -> InvokeResponse:
        if context.activity.type == ActivityTypes.invoke:
            answer = context.turn_state.get(ANSWER)
            return answer.value if answer else InvokeResponse(status=HTTPStatus.NOT_IMPLEMENTED, body={})
        return InvokeResponse(status=context.turn_state.get(STATUS, HTTPStatus.OK))

    @staticmethod
    def _reference(context: TurnContext) -> dict[str, Any]:
        envelope: Envelope = context.turn_state[ENVELOPE]
        return reference_of(envelope, sender_of(envelope))

    @staticmethod
    async def _note_error(_: TurnContext, error: Exception) -> None:
        """Note what even the reception did not expect; the request is still answered."""
        log.error("pipeline.failed", exc_info=error)


def activity_of(envelope: Envelope) -> Activity:
    """Return botbuilder's form of an activity, with the fields that its own code reads.

    Reading everything through msrest costs ten times as much and fails on what Teams adds.
    """
    activity = Activity(
        type=envelope.type,
        id=envelope.id,
        name=envelope.name,
        text=envelope.text,
        value=envelope.value,
        locale=envelope.locale,
        channel_id=envelope.channel,
        service_url=envelope.service_url,
        reply_to_id=envelope.reply_to,
        conversation=ConversationAccount(id=envelope.place.id, conversation_type=envelope.place.kind),
        from_property=_account(envelope.sender),
        recipient=_account(envelope.bot),
    )
    activity.envelope = envelope
    return activity


def _account(account: Any) -> ChannelAccount:  # noqa: ANN401 - an account or nothing
    if account is None:
        return ChannelAccount()
    return ChannelAccount(id=account.id, name=account.name, aad_object_id=account.object_id)


def envelope_of(activity: Activity) -> Envelope:
    """Return our form of an activity, also when a bridge of another SDK made it."""
    known = getattr(activity, "envelope", None)
    return known if isinstance(known, Envelope) else Envelope.model_validate(activity.serialize())
