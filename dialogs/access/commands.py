"""The commands about roles."""

from dialogs.access.grants import give, take
from dialogs.access.roles import show_own_role, show_roles
from dialogs.access.team_links import link, unlink
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope

GROUP = "Beheer"
ACCESS: tuple[Command, ...] = (
    Command(("rol", "geef rol"), "iemand een rol geven", give, Users.ADMIN, Takes.TEXT,
            argument="<persoon> <rol> [terrein of gemeente]", example="rol Yara Peters gemeente Zwolle",
            scopes=tuple(Scope), group=GROUP),
    Command(("rol weg", "rol intrekken"), "een rol weghalen", take, Users.ADMIN, Takes.TEXT,
            argument="<persoon> [rol] [terrein of gemeente]", example="rol weg Yara Peters gemeente",
            scopes=tuple(Scope), group=GROUP),
    Command(("koppel projectteam", "projectteam koppelen"), "de leden van dit team worden projectteam", link, Users.ADMIN,
            Takes.MAYBE, argument="[met <@gast>]", example="koppel projectteam", scopes=tuple(Scope), group=GROUP),
    Command(("ontkoppel projectteam", "ontkoppel"), "de koppeling met een team beëindigen", unlink, Users.ADMIN,
            scopes=tuple(Scope), group=GROUP),
    Command(("rollen",), "wie welke rol heeft", show_roles, Users.ADMIN, Takes.MAYBE, argument="[persoon]",
            example="rollen Yara", group=GROUP),
    Command(("mijn rol", "mijn rollen", "wie ben ik"), "zien welke rol u heeft", show_own_role, Users.ANYONE,
            in_help=False),
)  # fmt: skip
