"""Drawing the icons of the app: a speech balloon with a flash, so that no picture file has to be kept."""

import math
import struct
import zlib
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Colour = tuple[int, int, int]
Shape = Sequence[Point]

GREEN: Colour = (11, 110, 79)
WHITE: Colour = (255, 255, 255)
FINE = 4  # sub-rows and sub-columns per pixel, against ragged edges

FLASH: Shape = ((0.545, 0.185), (0.325, 0.50), (0.475, 0.50), (0.43, 0.715), (0.68, 0.375), (0.52, 0.375))


def colour_icon(size: int = 192) -> bytes:
    """Return the coloured icon as PNG."""
    balloon, flash = cover([rounded(0.12, 0.88), TAIL], size), cover([FLASH], size)
    rows = [
        [(*mix(mix(GREEN, WHITE, in_balloon), GREEN, in_flash), 255) for in_balloon, in_flash in zip(*pair, strict=True)]
        for pair in zip(balloon, flash, strict=True)
    ]
    return png(rows)


def outline_icon(size: int = 32) -> bytes:
    """Return the outline as PNG: only white, the rest transparent, as Teams asks."""
    outer, inner = cover([rounded(0.06, 0.94, 0.08, 0.80), TAIL], size), cover([rounded(0.13, 0.87, 0.15, 0.73)], size)
    flash = cover([FLASH], size)
    rows = [
        [(*WHITE, round(255 * min(1, max(0, line - hole) + mark))) for line, hole, mark in zip(*three, strict=True)]
        for three in zip(outer, inner, flash, strict=True)
    ]
    return png(rows)


def rounded(left: float, right: float, top: float = 0.13, bottom: float = 0.77, radius: float = 0.14) -> Shape:
    """Return a rectangle with round corners."""
    corners = ((right, top, -90), (right, bottom, 0), (left, bottom, 90), (left, top, 180))
    points = []
    for x, y, start in corners:
        centre_x = x - radius if x == right else x + radius
        centre_y = y - radius if y == bottom else y + radius
        angles = [math.radians(start + step * 9) for step in range(11)]
        points += [(centre_x + radius * math.cos(angle), centre_y + radius * math.sin(angle)) for angle in angles]
    return points


TAIL: Shape = ((0.24, 0.74), (0.24, 0.94), (0.46, 0.74))


def cover(shapes: Iterable[Shape], size: int) -> list[list[float]]:
    """Return per pixel how much of it the shapes cover, from 0 to 1. Shapes are in a square of 1 by 1."""
    fine = size * FINE
    hits = [[0] * size for _ in range(size)]
    shapes = list(shapes)
    for row in range(fine):
        filled = bytearray(fine)
        for shape in shapes:
            for start, end in spans(shape, (row + 0.5) / fine):
                first, last = math.ceil(start * fine - 0.5), math.ceil(end * fine - 0.5)
                filled[first:last] = b"\x01" * (last - first)
        line = hits[row // FINE]
        for pixel in range(size):
            line[pixel] += sum(filled[pixel * FINE : (pixel + 1) * FINE])
    return [[hit / FINE**2 for hit in line] for line in hits]


def spans(shape: Shape, y: float) -> list[Point]:
    """Return where a shape begins and ends on this height."""
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(shape, (*shape[1:], shape[0]), strict=True)
        if (y1 <= y) != (y2 <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def mix(under: Colour, over: Colour, share: float) -> Colour:
    """Return a colour over another, as far as it covers."""
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(under, over, strict=True))
    return red, green, blue


def png(rows: Sequence[Sequence[tuple[int, int, int, int]]]) -> bytes:
    """Return pixels (red, green, blue, alpha) as a PNG file."""
    raw = b"".join(b"\x00" + bytes(value for pixel in row for value in pixel) for row in rows)
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
