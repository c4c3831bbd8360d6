"""How responses read in Dutch: their titles, and everything that stands in them."""

from collections.abc import Mapping

from cards.values import shown_value
from cards.views.card import Fact
from domain.forms.declaration import Form
from domain.forms.responses import Response, ResponseSource
from domain.intake.answers import Value

SHORT = 140
SOURCES = {
    ResponseSource.CALL: "Ingevuld door het team, aan de telefoon.",
    ResponseSource.PAPER: "Ingevuld door het team, van papier.",
}


def title_of(response: Response) -> str:
    """Return what a response is called: "Actie 12"."""
    return f"{response.form.one} {response.number}"


def gist_of(form: type[Form], data: Mapping[str, Value]) -> str:
    """Return what a response says, on one line: its first field that says something."""
    told = (" ".join(shown_value(one, data[one.name]).split()) for one in form.fields if data.get(one.name) not in (None, ""))
    return cut(next(told, ""))


def cut(words: str, longest: int = SHORT) -> str:
    """Return words on one line, with a mark where they were cut."""
    return words if len(words) <= longest else f"{words[:longest].rstrip()}…"


def facts_of(response: Response) -> tuple[Fact, ...]:
    """Return everything that is filled in."""
    names = {str(response.owner): response.owner_name} if response.owner and response.owner_name else {}
    return tuple(
        Fact(label=one.label, value=shown_value(one, response.data[one.name], names))
        for one in response.form.fields
        if response.data.get(one.name) not in (None, "")
    )
