"""The first thing an entrepreneur sees: who asks, why, what it brings, and the first consent."""

from cards.views.card import Card


class Welcome(Card):
    """Four lines and two equal buttons (KEEP with allow yes/no). `decided` makes it read-only."""

    template = "welcome"

    organisation: str
    contact: str
    privacy_url: str
    keep_years: int
    question: str
    decided: str = ""
