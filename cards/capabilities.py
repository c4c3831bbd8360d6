"""What people's clients can draw and do, by the door through which they come in. Cards are made the same for all of them, and
fitted where they are rendered; dialogs and cards know no door.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Whether a client presses buttons with Action.Execute, draws charts, searches while one types (Data.Query), and saves a
    file among somebody's own after asking. A client that does not save files gets links.
    """

    executes: bool = True
    charts: bool = True
    typeahead: bool = True
    saves: bool = True

    @property
    def draws_all(self) -> bool:
        """Say whether cards can stay as they are."""
        return self.executes and self.charts and self.typeahead


TEAMS = Capabilities()
PLAYGROUND = Capabilities(saves=False)
# Seen with botframework-webchat 4.18.1: Action.Execute does nothing, its fallback is not taken; no chart is drawn, tables are.
WEB_CHAT = Capabilities(executes=False, charts=False, typeahead=False, saves=False)
