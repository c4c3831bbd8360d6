"""An hour of traffic on a clock of its own: what the bot sends by itself stays below Teams' limits, and all of it goes out."""

import datetime
import random
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.notices.pacing import LONGEST, PER_CONVERSATION, PER_TENANT, Limit, SentMessages, Waiting, admit

START = datetime.datetime(2026, 11, 23, 8, 0, tzinfo=datetime.UTC)


@dataclass
class Hour:
    """Everything that was sent, as all processes share it, and what still waits."""

    now: datetime.datetime = START
    sent: deque[SentMessages] = field(default_factory=deque)
    waiting: list[Waiting] = field(default_factory=list)
    worst: dict[Limit, int] = field(default_factory=lambda: defaultdict(int))

    def replies(self, conversation: str) -> None:
        """A person writes and is answered at once."""
        self.sent.append(SentMessages("tenant", conversation, self.now, 2))

    def sweeps(self) -> None:
        """One of the processes sends what may be sent now."""
        while self.sent and self.sent[0].at < self.now - LONGEST:
            self.sent.popleft()
        admitted = set(admit(self.waiting[:200], self.sent, self.now))
        for turn in [turn for turn in self.waiting if turn.id in admitted]:
            self.sent.append(SentMessages(turn.tenant, turn.conversation, self.now, turn.count))
            self.waiting.remove(turn)
            self.checks(turn.conversation)

    def checks(self, conversation: str) -> None:
        """Count every window that ends now, in which something of our own was just sent."""
        for limit in PER_CONVERSATION:
            self.counts(limit, (sending for sending in reversed(self.sent) if sending.conversation == conversation))
        for limit in PER_TENANT:
            self.counts(limit, reversed(self.sent))

    def counts(self, limit: Limit, sent: Iterable[SentMessages]) -> None:
        """Remember the fullest window of a limit; the last that were sent come first."""
        since = self.now - datetime.timedelta(seconds=limit.seconds)
        used = sum(sending.count for sending in takewhile(lambda one: one.at >= since, sent))
        self.worst[limit] = max(self.worst[limit], used)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_hour_of_notices_and_replies_stays_below_every_limit(seed: int) -> None:
    chance, hour = random.Random(seed), Hour()
    chats = [f"chat-{number}" for number in range(30)]
    hour.waiting = [Waiting(uuid4(), "tenant", chance.choice(chats), chance.randint(1, 3)) for _ in range(1500)]
    while hour.now < START + datetime.timedelta(hours=1):
        hour.now += datetime.timedelta(seconds=chance.uniform(0.05, 2.0))
        if chance.random() < 0.3:
            hour.replies(chance.choice(chats[:5]))
        hour.sweeps()
    assert hour.waiting == []
    assert {limit for limit, used in hour.worst.items() if used > limit.most} == set()
    assert hour.worst[PER_TENANT[0]] > 20, "the tenant's limit was never approached: this hour proves nothing"


COUNTS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 5), st.floats(0, 4000)), max_size=30)


@given(sent=COUNTS, wanted=st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 5)), max_size=10))
def test_what_is_admitted_fits_and_keeps_its_order(sent: list[tuple[str, int, float]], wanted: list[tuple[str, int]]) -> None:
    recent = [SentMessages("t", chat, START - datetime.timedelta(seconds=ago), count) for chat, count, ago in sent]
    waiting = [Waiting(UUID(int=place), "t", chat, count) for place, (chat, count) in enumerate(wanted)]
    admitted = admit(waiting, recent, START)
    now = [SentMessages("t", turn.conversation, START, turn.count) for turn in waiting if turn.id in admitted]
    for chat in "ab":
        mine = [turn.id for turn in waiting if turn.conversation == chat]
        passed = [one for one in mine if one in admitted]
        assert passed == mine[: len(passed)], "one overtook another"
        for limit in PER_CONVERSATION:
            since = START - datetime.timedelta(seconds=limit.seconds)
            used = sum(s.count for s in recent + now if s.conversation == chat and s.at >= since)
            assert used <= limit.most or not passed


def test_a_turn_that_is_large_by_itself_goes_out_alone() -> None:
    seven = Waiting(UUID(int=1), "t", "a", 7)
    assert admit([seven], [], START) == [seven.id]
    assert admit([seven], [SentMessages("t", "a", START, 1)], START) == []


def test_what_was_sent_at_the_edge_of_the_window_still_counts() -> None:
    four = Waiting(UUID(int=1), "t", "a", 4)
    assert admit([four], [SentMessages("t", "a", START - datetime.timedelta(seconds=2), 5)], START) == []
