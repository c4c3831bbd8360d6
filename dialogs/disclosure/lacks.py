"""What is missing before a total can be shown, in words."""

from cards.formats import plural
from domain.disclosure.breakdowns import Lack, Missing

LACKS = {
    Lack.COMPANIES: "Er doen nog te weinig bedrijven mee.",
    Lack.LARGE: "Eén bedrijf zou te veel opvallen.",
    Lack.BEFORE: "Naast eerdere totalen zouden enkele bedrijven opvallen.",
}


def missing_words(missing: Missing) -> str:
    """Return what is missing as one or two sentences."""
    if not missing.companies:
        return LACKS[missing.lack]
    lacks = plural(missing.companies, "bedrijf", "bedrijven")
    lacking = f"Er {'ontbreekt' if missing.companies == 1 else 'ontbreken'} nog minstens {lacks}."
    return lacking if missing.lack is Lack.COMPANIES else f"{LACKS[missing.lack]} {lacking}"


def more_words(missing: Missing | None) -> tuple[str, ...]:
    """Return the same beside words that say already that there are too few; nothing where it adds nothing."""
    return () if missing is None or missing == Missing(Lack.COMPANIES) else (missing_words(missing),)
