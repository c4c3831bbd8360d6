"""The Teams app package: what a Teams administrator uploads, made from the commands and the settings."""

import io
import json
import zipfile
from typing import Any
from urllib.parse import urlsplit

from bot.settings import Settings
from bot.startup import SettingsWrong
from cards.formats import capital
from dialogs.commands import COMMANDS
from dialogs.terrains.message_extension import TERRAIN, Extension
from dialogs.turn.command import Command, Users
from dialogs.turn.events import Scope
from domain.intake.path import TAKES, Depth
from manifest.pictures import colour_icon, outline_icon

SCHEMA = "1.25"  # known to every tenant by now; newer ones only add what is not used here
VERSION = "1.1.0"  # raise this with every change that Teams administrators have to upload
MOST_COMMANDS = 10  # per scope; Teams shows no more
SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA}/MicrosoftTeams"
SCOPES = {Scope.PERSONAL: "personal", Scope.CHANNEL: "team", Scope.GROUP: "groupChat"}

NAME = "Laadmaat"
FULL_NAME = "Laadmaat, hulp bij laden op bedrijventerreinen"
SHORT = "Helpt bedrijven om samen het laden van elektrische voertuigen te regelen."
LONG = (
    "Laadmaat helpt ondernemers op bedrijventerreinen om zich voor te bereiden op elektrisch vervoer. "
    "U vertelt in een chat wat u rijdt, waar u laadt en hoeveel stroom u heeft. "
    f"Dat duurt {TAKES[Depth.FULL]}. Het kan ook kort, in {TAKES[Depth.SHORT]}.\n\n"
    "U kiest zelf wat anderen mogen zien. U kunt elk antwoord later wijzigen of laten wissen. Meedoen is gratis.\n\n"
    "Het projectteam ziet uw antwoorden en kijkt met u wat samen slimmer kan. "
    "Uw organisatie moet de app eerst toestaan in Teams."
)


def build_package(settings: Settings) -> bytes:
    """Return the zip file, the same bytes for the same input. Raises SettingsWrong when a setting is missing."""
    manifest = build_manifest(settings)
    files = {
        "manifest.json": encode(manifest),
        "nl.json": encode(translate(manifest)),
        "color.png": colour_icon(192),
        "outline.png": outline_icon(32),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def build_manifest(settings: Settings) -> dict[str, Any]:
    """Return the manifest. Raises SettingsWrong when a setting is missing."""
    if not settings.app_id:
        raise SettingsWrong("APP_ID ontbreekt; zonder weet Teams niet welke bot bij de app hoort")
    privacy = https("PRIVACY_URL", settings.privacy_url)
    website = https("PUBLIC_URL", settings.public_url)
    return {
        "$schema": f"{SCHEMAS}.schema.json",
        "manifestVersion": SCHEMA,
        "version": VERSION,
        "id": settings.app_id.lower(),
        "developer": {
            "name": settings.organisation.split(",")[0].strip()[:32],
            "websiteUrl": website,
            "privacyUrl": privacy,
            "termsOfUseUrl": privacy,
        },
        "name": {"short": NAME, "full": FULL_NAME},
        "description": {"short": SHORT, "full": LONG},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0B6E4F",
        "localizationInfo": {
            "defaultLanguageTag": "nl-nl",
            "additionalLanguages": [{"languageTag": "nl", "file": "nl.json"}],
        },
        "bots": [
            {
                "botId": settings.app_id.lower(),
                "scopes": list(SCOPES.values()),
                "supportsFiles": True,
                "isNotificationOnly": False,
                "commandLists": command_lists(),
            }
        ],
        "composeExtensions": [{"botId": settings.app_id.lower(), "commands": [search_of(TERRAIN)]}],
        "defaultInstallScope": "personal",
        "validDomains": [str(urlsplit(website).hostname)],
    }


def command_lists(commands: tuple[Command, ...] = COMMANDS) -> list[dict[str, Any]]:
    """Return the lists that Teams shows while somebody types, one per scope that has commands."""
    lists = ((SCOPES[scope], listed(commands, scope)) for scope in SCOPES)
    return [{"scopes": [name], "commands": found} for name, found in lists if found]


def listed(commands: tuple[Command, ...], scope: Scope) -> list[dict[str, str]]:
    """Return the commands that are marked for this scope. In the personal chat those are for companies: Teams shows
    everybody the same list, and the team has its help card. Raises ValueError when more are marked than Teams shows.
    """
    marked = [command for command in commands if command.menu and scope in command.scopes]
    if scope is Scope.PERSONAL:
        marked = [command for command in marked if command.audience & Users.COMPANY]
    if len(marked) > MOST_COMMANDS:
        raise ValueError(f"{len(marked)} commands are marked for {scope}; Teams shows {MOST_COMMANDS}.")
    return [{"title": command.words[0], "description": describe(command)} for command in marked]


def search_of(extension: Extension) -> dict[str, Any]:
    """Return a search beside the box where somebody writes a message, and in the command box."""
    field = {"name": extension.field, "title": extension.label, "description": extension.hint, "inputType": "text"}
    return {
        "id": extension.id,
        "type": "query",
        "context": ["compose", "commandBox"],
        "initialRun": True,
        "title": extension.title,
        "description": extension.does,
        "parameters": [field],
    }


def describe(command: Command) -> str:
    """Return what a command does, with its example."""
    does = capital(command.does)
    return f"{does}, zoals: {command.example}" if command.example else does


def translate(manifest: dict[str, Any]) -> dict[str, str]:
    """Return the Dutch texts as a language file: every key points at a text of the manifest."""
    texts = {"$schema": f"{SCHEMAS}.Localization.schema.json"}
    for part in ("name", "description"):
        texts |= {f"{part}.{length}": text for length, text in manifest[part].items()}
    for number, found in enumerate(manifest["bots"][0]["commandLists"]):
        for place, command in enumerate(found["commands"]):
            key = f"bots[0].commandLists[{number}].commands[{place}]"
            texts |= {f"{key}.{field}": text for field, text in command.items()}
    search = "composeExtensions[0].commands[0]"
    (command,) = manifest["composeExtensions"][0]["commands"]
    for key, part in ((search, command), (f"{search}.parameters[0]", command["parameters"][0])):
        texts |= {f"{key}.{field}": part[field] for field in ("title", "description")}
    return texts


def https(name: str, url: str) -> str:
    """Return an address that Teams accepts. Raises SettingsWrong."""
    if not url.startswith("https://"):
        raise SettingsWrong(f"{name} ontbreekt of begint niet met https://; Teams vraagt erom in de app")
    return url


def encode(content: object) -> bytes:
    """Return JSON as people read it."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
