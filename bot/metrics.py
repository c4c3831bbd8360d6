"""What can be counted from outside: turns, waiting, retries and errors, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest

from domain.knowledge.misses import MissState

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60)


class Metrics:
    """One set of counters per running bot."""

    def __init__(self) -> None:
        """Make every counter, so that it shows up as 0 from the start."""
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = CollectorRegistry()
        self.turns = Counter("laadmaat_turns", "Turns by what happened", ["event"], registry=self.registry)
        self.seconds = Histogram("laadmaat_turn_seconds", "From arrival to delivered", buckets=SECONDS, registry=self.registry)
        self.refused = Counter("laadmaat_refused", "Requests refused, by status", ["status"], registry=self.registry)
        self.strangers = Counter("laadmaat_strangers", "Activities of other tenants", registry=self.registry)
        self.forged = Counter(
            "laadmaat_forged_cards", "Dropped cards that came back with a seal of nobody", registry=self.registry
        )
        self.sent = Counter("laadmaat_sends", "Attempts to send, by answer", ["answer"], registry=self.registry)
        self.retries = Counter("laadmaat_send_retries", "Sends tried again", registry=self.registry)
        self.undelivered = Counter("laadmaat_undelivered", "Replies not taken", ["why"], registry=self.registry)
        self.errors = Counter("laadmaat_errors", "Turns that raised an error", registry=self.registry)
        self.misses = Counter("laadmaat_misses", "Sentences not understood, by state", ["state"], registry=self.registry)
        self.held = Counter("laadmaat_held", "Messages held while the database was away", registry=self.registry)
        self.busy = Gauge("laadmaat_turns_in_progress", "Turns waiting or running now", registry=self.registry)
        self.jobs = Gauge("laadmaat_jobs_waiting", "Jobs nobody began yet, of all processes", registry=self.registry)
        self.unsent = Gauge("laadmaat_unsent_turns", "Turns not all sent yet, of all processes", registry=self.registry)
        self.sent.labels("429")  # throttled; shown from the start, to be watched for
        for state in MissState:
            self.misses.labels(state.value)

    def page(self) -> bytes:
        return generate_latest(self.registry)
