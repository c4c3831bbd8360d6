"""What people's clients can draw and do, by the door through which they come in. Cards are made the same for all of them, and
fitted where they are rendered; dialogs and cards know no door.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Whether a client presses buttons with Action.Execute, searches while one types (Data.Query), shows what is
    behind "Meer" (Action.ToggleVisibility), and saves a file among somebody's own after asking. A client that does not toggle
    gets cards whole; one that does not save files gets links.
    """

    executes: bool = True
    typeahead: bool = True
    toggles: bool = True
    saves: bool = True

    @property
    def draws_all(self) -> bool:
        """Say whether cards can stay as they are."""
        return self.executes and self.typeahead


TEAMS = Capabilities()
PLAYGROUND = Capabilities(saves=False)
# Seen with botframework-webchat 4.18.1: Action.Execute does nothing, its fallback is not taken. Action.ToggleVisibility works.
WEB_CHAT = Capabilities(executes=False, typeahead=False, saves=False)
