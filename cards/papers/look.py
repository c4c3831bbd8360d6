"""How our papers look: one palette and one typeface, so that a run sheet, slides and a factsheet are of one family."""

from typing import Final

TYPEFACE: Final = "Arial"  # on every machine that opens these files
INK: Final = "1F2933"
QUIET: Final = "52606D"
DEEP: Final = "0B5D5E"
FRESH: Final = "2A9D8F"
WARM: Final = "E9A23B"
ALARM: Final = "B4442F"
LINES: Final = "C9D3D1"
PALE: Final = "E8F3F1"
PAPER: Final = "FFFFFF"
