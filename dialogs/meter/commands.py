"""The command about the meter of a company."""

from dialogs.meter.meter import show_meter
from dialogs.turn.command import Command

METER: tuple[Command, ...] = (
    Command(("mijn meter", "meter", "kwartierdata", "kwartierwaarden", "meterbestand", "meetgegevens"),
            "rekenen met een bestand van uw meter", show_meter),
)  # fmt: skip
