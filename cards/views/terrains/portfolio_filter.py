"""Choosing which terrains to see, and in which order: one list for each thing to choose by."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines


class FilterList(Frozen):
    """One list; its input is called `id`, `chosen` is the value that holds now."""

    id: str
    label: str
    options: tuple[Choice, ...]
    chosen: str = ""


class PortfolioFilter(Card):
    """The lists under each other, and a field for a part of the name ("name")."""

    title: str
    lines: tuple[str, ...] = ()
    lists: tuple[FilterList, ...]
    name: str = ""

    @property
    def name_label(self) -> str:
        return "Deel van de naam"

    def plain(self) -> str:
        lists = (read_lines(one.label, read_choices("Kies", one.options)) for one in self.lists)
        return read_lines(self.title, *self.lines, *lists, self.name_label, self.name, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return two lists of which one is set, with a part of a name."""
        late = FilterList(
            id="late",
            label="Te laat",
            options=(Choice(value="any", title="Maakt niet uit"), Choice(value="yes", title="Alleen te laat")),
            chosen="yes",
        )
        size = FilterList(id="size", label="Grootte", options=(Choice(value="groot", title="Groot, meer dan 50 hectare"),))
        show = Button(title="Toon terreinen", verb=Verb.PARKS_PICK, data={"do": "filter"}, primary=True)
        lines = ("Kies wat u wilt zien.",)
        return (cls(title="Terreinen kiezen", lines=lines, lists=(late, size), name="poort", buttons=(show,)),)
