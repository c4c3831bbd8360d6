"""Reading the settings at the start: one clear line for a person, instead of a stack trace or a silent mistake."""

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError
from rapidfuzz.distance import OSA

from bot.settings import AppType, Settings
from domain.demand.parameters import STANDARD, Parameters

REASONS = {
    "extra_forbidden": "staat in .env maar is geen instelling van Laadmaat",
    "int_parsing": "is geen getal",
    "bool_parsing": "moet true of false zijn",
    "enum": "is een van: " + ", ".join(AppType),
    "string_pattern_mismatch": "moet beginnen met https:// (of http:// op deze machine)",
    "string_too_short": "mag niet leeg zijn",
    "greater_than_equal": "is een poortnummer van 0 tot en met 65535",
    "less_than_equal": "is een poortnummer van 0 tot en met 65535",
}


class SettingsWrong(Exception):  # noqa: N818 - named for the state it tells
    """The program cannot start with these settings; the text is one line for the person who starts it."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings from the environment and `.env`; raises SettingsWrong with one line in Dutch."""
    suspect = misspelled(environment if environment is not None else os.environ)
    if suspect:
        raise SettingsWrong(f"{suspect[0]} staat in de omgeving; bedoelt u {suspect[1]}?")
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsWrong(_line(error)) from None
    except (SettingsError, UnicodeDecodeError, OSError):
        raise SettingsWrong(".env kan niet worden gelezen") from None


def read_parameters(file: str) -> Parameters:
    """Return the numbers of the charging model, those of a TOML or JSON file over our own; raises SettingsWrong."""
    if not file:
        return STANDARD
    try:
        text = Path(file).read_text(encoding="utf-8")
        changes = json.loads(text) if file.endswith(".json") else tomllib.loads(text)
        return Parameters.changed_by(dict(changes))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise SettingsWrong(f"DEMAND_PARAMETERS: {'.'.join(map(str, first['loc']))} klopt niet ({first['msg']})") from None
    except (OSError, ValueError, TypeError):
        raise SettingsWrong(f"DEMAND_PARAMETERS: {file} is geen leesbaar TOML- of JSON-bestand") from None


def misspelled(names: Iterable[str]) -> tuple[str, str] | None:
    """Return the first name that is one typing error from one of ours, with ours beside it."""
    ours = [name.upper() for name in Settings.model_fields]
    for name in sorted(names):
        upper = name.upper()
        if upper not in ours:
            near = next((our for our in ours if OSA.distance(upper, our, score_cutoff=1) == 1), None)
            if near:
                return name, near
    return None


def _line(error: ValidationError) -> str:
    """Return the first complaint; never the value, which may be a password."""
    first: Any = error.errors(include_url=False, include_input=False)[0]
    name = ".".join(str(part) for part in first["loc"]).upper()
    if not name:
        return str(first["ctx"]["error"])
    return f"{name} {REASONS.get(first['type'], 'klopt niet')}"
