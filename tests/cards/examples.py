"""Every card with its examples, found by itself."""

import importlib
import inspect
import pkgutil

import cards.views
from cards.views.card import Card


def find_cards() -> tuple[type[Card], ...]:
    """Return every kind of card that is declared in cards/views."""
    found = pkgutil.walk_packages(cards.views.__path__, "cards.views.")
    modules = [importlib.import_module(one.name) for one in found]
    kinds = {kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass) if issubclass(kind, Card)}
    return tuple(sorted((kind for kind in kinds if kind is not Card), key=lambda kind: kind.__name__))


CARDS = find_cards()
EXAMPLES: dict[str, Card] = {
    f"{kind.template().rpartition('/')[2]}-{place}": card for kind in CARDS for place, card in enumerate(kind.examples(), start=1)
}
