"""Turning whatever file somebody has into text, or into one sentence that says why that cannot be done."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

LARGEST_FILE = 50_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
SAVE_AS = "Sla de lijst op als CSV of als Excel-werkmap (.xlsx) en probeer het opnieuw."
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0"
_OTHER_KINDS = (
    (b"%PDF", "Dit is een PDF-bestand."),
    (b"\x1f\x8b", "Dit is een ingepakt bestand."),
    (b"Rar!", "Dit is een ingepakt bestand."),
    (b"7z\xbc\xaf", "Dit is een ingepakt bestand."),
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# A workbook with a password is an OLE file with this entry, its name in UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class UnreadableFile(Exception):  # noqa: N818 (named for what it is)
    """A file nothing can be imported from; its text is the Dutch sentence for the person who offered it."""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came: its name, for people alone, and its bytes."""

    name: str
    raw: bytes

    @property
    def digest(self) -> str:
        """Return the fingerprint (sha-256) by which it is known again."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def is_package(self) -> bool:
        """Say whether it is a zip file, as an Excel workbook is."""
        return self.raw.startswith(ZIP)


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file, and in which encoding it was there."""

    text: str
    encoding: str


def read_upload(path: Path) -> UploadedFile:
    """Return the file at `path`. Raises UnreadableFile when it is not there, no file, too large, or closed to us."""
    try:
        if not path.exists():
            raise UnreadableFile(f"Het bestand {path.name} bestaat niet.")
        if not path.is_file():
            raise UnreadableFile(f"{path.name} is geen bestand.")
        check_size(path.stat().st_size)
        return UploadedFile(path.name, path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"Het bestand {path.name} is niet te lezen.") from error


def check_size(size: int) -> None:
    """Raise UnreadableFile for more bytes than any register has."""
    if size > LARGEST_FILE:
        raise UnreadableFile("Het bestand is te groot. Het mag ten hoogste 50 MB zijn.")


def read_text(raw: bytes) -> FileText:
    """Return the text in these bytes.

    UTF-8 and UTF-16 are recognised; what is neither is taken for Windows-1252, which the person is told.
    Raises UnreadableFile for everything that is no text.
    """
    if not raw:
        raise UnreadableFile("Het bestand is leeg.")
    if raw.startswith(OLE):
        raise UnreadableFile(_about_old_excel(raw))
    for magic, kind in _OTHER_KINDS:
        if raw.startswith(magic):
            raise UnreadableFile(f"{kind} {SAVE_AS}")
    found = _decode(raw)
    if _NOT_TEXT.search(found.text):
        raise UnreadableFile(f"Dit is geen tekstbestand. {SAVE_AS}")
    if not found.text.strip():
        raise UnreadableFile("Het bestand is leeg.")
    return found


def _about_old_excel(raw: bytes) -> str:
    if _ENCRYPTED in raw:
        return "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw."
    return f"Dit is een oud Excel-bestand. {SAVE_AS}"


def _decode(raw: bytes) -> FileText:
    for mark, codec, called in _MARKS:
        if raw.startswith(mark):
            return FileText(_strictly(raw, codec), called)
    if b"\0" in raw:
        return FileText(_strictly(raw, _unmarked_utf16(raw)), "UTF-16")
    try:
        return FileText(raw.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return FileText(_strictly(raw, "cp1252"), "Windows-1252")


def _unmarked_utf16(raw: bytes) -> str:
    """Latin letters in UTF-16 leave every other byte zero: the odd ones when little-endian, the even ones when big."""
    sample = raw[:2000]
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"


def _strictly(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"De letters in dit bestand zijn niet te lezen. {SAVE_AS}") from error
