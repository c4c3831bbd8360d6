"""The first thing an entrepreneur sees: who asks, why, what it brings, and the first consent."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Fact
from cards.views.plain import read_buttons, read_facts, read_lines
from domain.intake.path import TAKES, Depth

ON_BEHALF = "namens de provincies"


class Welcome(Card):
    """Four lines and two equal buttons (KEEP with allow yes/no). `decided` makes it read-only."""

    organisation: str
    contact: str
    privacy_url: str
    keep_years: int
    question: str
    decided: str = ""

    @property
    def title(self) -> str:
        return "Welkom bij Laadmaat"

    @property
    def sender(self) -> str:
        """Return who asks: always on behalf of the provinces."""
        return self.organisation if ON_BEHALF in self.organisation else f"{self.organisation}, {ON_BEHALF}"

    @property
    def promises(self) -> tuple[Fact, ...]:
        """Return the four lines: who and why, what it brings, what it costs, and what happens with the answers."""
        return (
            Fact(
                label="Wie vraagt dit?",
                value=f"{self.sender}. Wij willen dat bedrijven straks genoeg stroom hebben om te laden.",
            ),
            Fact(
                label="Wat heeft u eraan?",
                value="U ziet wat u nodig heeft. Wij zoeken met u en uw buren naar een oplossing.",
            ),
            Fact(
                label="Wat kost het?",
                value=f"Meedoen is gratis. Het duurt {TAKES[Depth.FULL]}. Kort kan ook: {TAKES[Depth.SHORT]}.",
            ),
            Fact(
                label="Wat doen wij ermee?",
                value=f"Het projectteam ziet uw antwoorden. Wij bewaren ze {self.keep_years} jaar. "
                "U mag altijd stoppen en later verdergaan.",
            ),
        )

    @property
    def contact_line(self) -> str:
        """Return where to go with questions; an empty text when nobody is named."""
        return f"Vragen? Neem contact op met {self.contact}." if self.contact else ""

    @property
    def privacy_link(self) -> str:
        """Return the address of the privacy page; only a web address becomes a link."""
        return self.privacy_url if self.privacy_url.startswith(("https://", "http://")) else ""

    @property
    def privacy_title(self) -> str:
        """Return the words of the link to the privacy page; an empty text when there is no page."""
        return "Lees hoe wij met uw gegevens omgaan" if self.privacy_link else ""

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return the two answers, neither of them highlighted; none once it is decided."""
        if self.decided:
            return ()
        return (
            Button(title="Ja, dat mag", verb=Verb.KEEP, data={"allow": "yes"}),
            Button(title="Nee, liever niet", verb=Verb.KEEP, data={"allow": "no"}),
        )

    def plain(self) -> str:
        link = f"{self.privacy_title}: {self.privacy_link}" if self.privacy_link else ""
        return read_lines(
            self.title, read_facts(self.promises), self.contact_line, link, self.question, self.decided,
            read_buttons(self.actions),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the question, the same once answered, and one without contact or privacy page."""
        asked = cls(
            organisation="NAL-regio Oost, namens de provincies",
            contact="laden@voorbeeld.example",
            privacy_url="https://voorbeeld.example/privacy",
            keep_years=2,
            question="Mogen wij uw antwoorden bewaren? Het projectteam ziet ze ook.",
        )
        bare = {"organisation": "NAL-regio Oost", "contact": "", "privacy_url": ""}
        decided = "U koos: ja, dat mag. Dat was op 23 november 2026."
        return (asked, asked.model_copy(update={"decided": decided}), asked.model_copy(update=bare))
