"""The commands about roles."""

from dialogs.access.giving import give, take
from dialogs.access.linking import link, unlink
from dialogs.access.showing import show_own_role, show_roles
from dialogs.commanding import Audience, Command, Takes
from dialogs.events import Scope

GROUP = "Beheer"
ACCESS: tuple[Command, ...] = (
    Command(("rol", "geef rol"), "iemand een rol geven", give, Audience.ADMIN, Takes.TEXT,
            argument="<persoon> <rol> [terrein of gemeente]", example="rol Yara Peters gemeente Zwolle",
            scopes=tuple(Scope), group=GROUP),
    Command(("rol weg", "rol intrekken"), "een rol weghalen", take, Audience.ADMIN, Takes.TEXT,
            argument="<persoon> [rol] [terrein of gemeente]", example="rol weg Yara Peters gemeente",
            scopes=tuple(Scope), group=GROUP),
    Command(("koppel projectteam", "projectteam koppelen"), "de leden van dit team worden projectteam", link, Audience.ADMIN,
            Takes.MAYBE, argument="[met <@gast>]", example="koppel projectteam", scopes=tuple(Scope), group=GROUP),
    Command(("ontkoppel projectteam", "ontkoppel"), "de koppeling met een team beëindigen", unlink, Audience.ADMIN,
            scopes=tuple(Scope), group=GROUP),
    Command(("rollen",), "wie welke rol heeft", show_roles, Audience.ADMIN, Takes.MAYBE, argument="[persoon]",
            example="rollen Yara", group=GROUP),
    Command(("mijn rol", "mijn rollen", "wie ben ik"), "zien welke rol u heeft", show_own_role, Audience.ANYONE,
            in_help=False),
)  # fmt: skip
