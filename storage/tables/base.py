"""The one collection of tables that models, migrations and tests share, and how long each of them keeps its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import MetaData, Table

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long rows of a table stay, and what is left of whoever has everything erased; texts in Dutch, for people.

    With `days` a row goes so long after the moment in column `since`, except while the SQL of `unless` holds; `until` says after
    what that is. Without, nothing goes by the clock, and `until` says until when it stays. `erased_by` names what erases rows
    that take more along than their own (`BY_NAME` in storage/ended). `remains` names the columns in which something of who was
    erased may stand, with the reason; in a table that is not `personal` nothing of a company or its people stands at all.
    """

    what: str
    until: str
    days: int | None = None
    since: str = ""
    unless: str = "false"
    erased_by: str = ""
    remains: Mapping[str, str] = field(default_factory=dict)
    personal: bool = True

    @property
    def info(self) -> dict[str, "Retention"]:
        """Return this as the `info` of a table."""
        return {"retention": self}

    @property
    def how_long(self) -> str:
        """Return how long rows stay: "2 jaar na uw laatste antwoord"."""
        if not self.days:
            return self.until
        years, rest = divmod(self.days, 365)
        return f"{self.days if rest else years} {'jaar' if not rest else 'dag' if self.days == 1 else 'dagen'} {self.until}"

    @property
    def left(self) -> str:
        """Return what is left of whoever has everything erased, and why; nothing when nothing is."""
        return " ".join(dict.fromkeys(self.remains.values()))


def retention_of(table: Table) -> Retention:
    """Return how long a table keeps its rows."""
    declared: Retention = table.info["retention"]
    return declared
