"""The file of a meter as lines: text in any encoding, JSON, or the sheets of a workbook; read where nobody waits for it."""

import datetime
import itertools
from collections.abc import Iterator, Mapping, Sequence

from domain.meter.outcomes import MeterQuestion, MeterReading, MeterRefusal, NoMeterFile
from domain.meter.reader import looks_like_meter, read_meter
from domain.meter.summary import MeterRead, summed_up
from domain.meter.texts import MOST_LINES, NOT_A_METER, TOO_MUCH, MeterLine, checked, lines_of
from storage.uploads.files import UnreadableFile, UploadedFile, check_size, read_text
from storage.uploads.workbooks import sheets_of

LOOKED_AT = 150  # lines that tell what a file is
MOST_SHEETS = 12

MeterFound = MeterRead | MeterQuestion | MeterRefusal


def read_file(upload: UploadedFile, answers: Mapping[str, str], today: datetime.date) -> MeterFound:
    """Return what a file says of a meter, the next question, or why it cannot be read. Raises nothing that it can cause."""
    refused: MeterRefusal | None = None
    try:
        check_size(len(upload.raw))
        for lines in tables_in(upload, MOST_LINES):
            if len(lines) >= MOST_LINES:
                return MeterRefusal(TOO_MUCH)
            found = read_meter(lines, answers, today, upload.name)
            if isinstance(found, MeterReading):
                return summed_up(found, kind_of(upload), today)
            if isinstance(found, MeterQuestion):
                return found
            refused = found if refused is None or refused.why == NOT_A_METER else refused
    except (UnreadableFile, NoMeterFile) as fault:
        return refused or MeterRefusal(str(fault))
    return refused or MeterRefusal(NOT_A_METER)


def is_meter_file(upload: UploadedFile) -> bool:
    """Say whether a file is of a meter, by its first lines; what cannot be opened is of nothing."""
    try:
        check_size(len(upload.raw))
        return any(looks_like_meter(lines[:LOOKED_AT]) for lines in tables_in(upload, LOOKED_AT))
    except (UnreadableFile, NoMeterFile):
        return False


def tables_in(upload: UploadedFile, most: int) -> Iterator[Sequence[MeterLine]]:
    """Yield the lines of each sheet, or of the text; a sheet is only unpacked when it is its turn."""
    if not upload.is_package:
        yield lines_of(read_text(upload.raw).text)
        return
    for _, _, lines in itertools.islice(sheets_of(upload.raw), MOST_SHEETS):
        yield [(number, checked(list(cells))) for number, cells in itertools.islice(lines, most)]


def kind_of(upload: UploadedFile) -> str:
    """Return what a file is, in a word for people."""
    if upload.is_package:
        return "Excel"
    return "JSON" if upload.raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[") else "CSV"
