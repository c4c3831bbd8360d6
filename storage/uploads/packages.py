"""Looking into the package of an Excel workbook before anything opens it: bombs, passwords, macros and entities stay out."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from storage.uploads.files import SAVE_AS, UnreadableFile

# Own assumptions: 200,000 rows of seven filled cells unpack to some 120 MB, at ratios of 8 to 25.
MOST_UNPACKED = 400_000_000
MOST_PARTS = 2_000
MOST_RATIO = 100
SMALL = 1_000_000  # below this no ratio is suspicious

BROKEN = f"Dit Excel-bestand is beschadigd. {SAVE_AS}"
TOO_MUCH = "Dit bestand is uitgepakt veel te groot. Wij openen het niet."
_PASSWORD = "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw."  # noqa: S105 (a sentence)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii")
_CHUNK = 1_000_000
_DOCTYPE = b"<!DOCTYPE"
# What a part tells about the kind of file.
_OTHERS = (
    ("xl/workbook.bin", f"Dit is een binair Excel-bestand (.xlsb). {SAVE_AS}"),
    ("content.xml", f"Dit is een bestand van LibreOffice. {SAVE_AS}"),
    ("word/document.xml", f"Dit is een Word-bestand. {SAVE_AS}"),
    ("ppt/presentation.xml", f"Dit is een presentatie. {SAVE_AS}"),
)


def check_package(raw: bytes) -> None:
    """Raise UnreadableFile, with one Dutch sentence, for a zip file that is no plain Excel workbook or would do harm."""
    with _read(raw) as archive:
        parts = archive.infolist()
        names = {part.filename.lower() for part in parts}
        _check_sizes(parts)
        _check_names(names)
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                _check_xml(archive, part)


@contextmanager
def _read(raw: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise UnreadableFile(BROKEN) from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """The sizes are in the directory; zipfile never unpacks more than they say."""
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableFile(_PASSWORD)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableFile(TOO_MUCH)
    if any(part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in parts):
        raise UnreadableFile(TOO_MUCH)


def _check_names(names: set[str]) -> None:
    if any(name.endswith("vbaproject.bin") for name in names):
        raise UnreadableFile("Dit bestand bevat macro's. Sla het op als gewone Excel-werkmap (.xlsx) en probeer het opnieuw.")
    if any(name.startswith("xl/externallinks/") for name in names):
        raise UnreadableFile("Dit bestand verwijst naar andere bestanden. Zet er de uitkomsten neer en probeer het opnieuw.")
    for name, sentence in _OTHERS:
        if name in names:
            raise UnreadableFile(sentence)
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(f"Dit is een zip-bestand. {SAVE_AS}" if names else "Dit is een leeg zip-bestand.")


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No document type means no entities, so nothing can grow or be fetched while it is parsed."""
    with archive.open(part) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            plain = chunk.replace(b"\0", b"")  # UTF-16 becomes readable this way, too
            if not tail and (named := _ENCODING.search(plain[:300])) and named[1].lower() not in _ENCODINGS:
                raise UnreadableFile(BROKEN)
            if _DOCTYPE in tail + plain:
                raise UnreadableFile("Dit bestand bevat verwijzingen die wij niet openen.")
            tail = plain[-len(_DOCTYPE) :]
