"""The commands about taking part without Teams."""

from dialogs.door.devices import show_devices
from dialogs.door.links import mail_link, new_link
from dialogs.turn.command import Command

DOOR: tuple[Command, ...] = (
    Command(("nieuwe link", "link voor mijn telefoon", "ander apparaat"), "verdergaan op een ander apparaat", new_link,
            without_teams=True),
    Command(("link per mail", "mail mij een link"), "een link voor een ander apparaat in uw mail krijgen", mail_link,
            without_teams=True),
    Command(("apparaten", "mijn apparaten"), "zien op welke apparaten u meedoet", show_devices, without_teams=True),
)  # fmt: skip
