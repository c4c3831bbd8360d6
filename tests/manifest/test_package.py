"""The Teams app package holds what Teams asks for, and nothing that is not there."""

import io
import json
import re
import struct
import zipfile
import zlib
from typing import Any
from urllib.parse import urlsplit

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from bot.startup import SettingsWrong
from bot.teams.message_extension import typed_in
from dialogs.commands import COMMANDS
from dialogs.turn.command import Command, Users
from dialogs.turn.events import Scope
from manifest.package import MOST_COMMANDS, build_manifest, build_package, command_lists, listed
from tests.teams.activities import APP, TENANT

SETTINGS = Settings(
    _env_file=None,
    app_id=APP,
    app_password=SecretStr("x"),
    app_tenantid=TENANT,
    privacy_url="https://laadmaat.example/privacy",
    public_url="https://laadmaat.example",
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The files in the package."""
    with zipfile.ZipFile(io.BytesIO(build_package(SETTINGS))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_files_stand_at_the_root(files: dict[str, bytes]) -> None:
    assert set(files) == {"manifest.json", "nl.json", "color.png", "outline.png"}


def test_the_same_settings_give_the_same_package() -> None:
    assert build_package(SETTINGS) == build_package(SETTINGS)


def test_the_bot_is_ours_and_works_everywhere(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.json"])
    (bot,) = manifest["bots"]
    assert (manifest["id"], bot["botId"]) == (APP, APP)
    assert bot["scopes"] == ["personal", "team", "groupChat"]
    assert manifest["developer"]["name"] == "NAL-regio Oost"
    assert manifest["validDomains"] == ["laadmaat.example"]


def test_every_command_in_the_list_exists(files: dict[str, bytes]) -> None:
    names = {word for command in COMMANDS for word in command.words}
    for found in json.loads(files["manifest.json"])["bots"][0]["commandLists"]:
        assert 0 < len(found["commands"]) <= MOST_COMMANDS
        assert {command["title"] for command in found["commands"]} <= names


def test_every_marked_command_stands_in_a_list() -> None:
    shown = {command["title"] for found in command_lists() for command in found["commands"]}
    for_companies = {one.words[0] for one in COMMANDS if one.menu and one.audience & Users.COMPANY}
    assert for_companies <= shown
    assert "help" in shown


def test_too_many_marks_are_refused() -> None:
    async def nothing(*_: object) -> None:
        """Do nothing."""

    many = tuple(Command((f"woord{number}",), "iets", nothing, menu=True) for number in range(MOST_COMMANDS + 1))
    with pytest.raises(ValueError, match="11 commands"):
        listed(many, Scope.PERSONAL)


def test_every_dutch_text_points_at_a_text_of_the_manifest(files: dict[str, bytes]) -> None:
    manifest, dutch = json.loads(files["manifest.json"]), json.loads(files["nl.json"])
    assert dutch.pop("$schema").split("/v")[1].split("/")[0] == manifest["manifestVersion"]
    assert {"name.short", "description.short", "description.full"} <= set(dutch)
    for key, text in dutch.items():
        assert find(manifest, key) == text


def find(manifest: dict[str, Any], key: str) -> object:
    """Follow a key such as bots[0].commandLists[0] into the manifest."""
    found: Any = manifest
    for name, place in re.findall(r"([A-Za-z]+)|\[(\d+)\]", key):
        found = found[name] if name else found[int(place)]
    return found


def test_addresses_are_https(files: dict[str, bytes]) -> None:
    developer = json.loads(files["manifest.json"])["developer"]
    urls = [url for name, url in developer.items() if name.endswith("Url")]
    assert [urlsplit(url).scheme for url in urls] == ["https"] * 3


def test_the_name_is_not_microsofts(files: dict[str, bytes]) -> None:
    name = json.loads(files["manifest.json"])["name"]["short"].casefold()
    assert not any(word in name for word in ("teams", "microsoft", "chat", "help", "files"))


@pytest.mark.parametrize(("name", "size"), [("color.png", 192), ("outline.png", 32)])
def test_icons_have_the_right_size(files: dict[str, bytes], name: str, size: int) -> None:
    assert set(map(len, pixels(files[name]))) == {size}
    assert len(pixels(files[name])) == size


def test_the_outline_is_white_on_nothing(files: dict[str, bytes]) -> None:
    every = {pixel for row in pixels(files["outline.png"]) for pixel in row}
    assert {pixel[:3] for pixel in every if pixel[3]} == {(255, 255, 255)}
    assert {0, 255} <= {pixel[3] for pixel in every}


def test_the_coloured_icon_is_full(files: dict[str, bytes]) -> None:
    every = {pixel for row in pixels(files["color.png"]) for pixel in row}
    assert {pixel[3] for pixel in every} == {255}
    assert len(every) > 2


def pixels(picture: bytes) -> list[list[tuple[int, ...]]]:
    """Read a PNG back: its chunks with their sums, and its rows."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    at, chunks = 8, {}
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        kind, data = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        assert struct.unpack(">I", picture[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + data)
        chunks[kind], at = data, at + 12 + length
    width, height, *form = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert form == [8, 6, 0, 0, 0]
    raw = zlib.decompress(chunks[b"IDAT"])
    rows = [raw[row * (4 * width + 1) : (row + 1) * (4 * width + 1)] for row in range(height)]
    assert {row[0] for row in rows} == {0}
    return [[tuple(row[1 + 4 * x : 5 + 4 * x]) for x in range(width)] for row in rows]


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"privacy_url": ""}, "PRIVACY_URL"),
        ({"public_url": "http://laadmaat.example"}, "PUBLIC_URL"),
        ({"app_id": ""}, "APP_ID"),
    ],
)
def test_a_missing_setting_is_one_line(wrong: dict[str, str], line: str) -> None:
    with pytest.raises(SettingsWrong, match=line):
        build_manifest(SETTINGS.model_copy(update=wrong))


def test_a_card_about_a_terrain_can_be_searched_where_somebody_writes(files: dict[str, bytes]) -> None:
    (extension,) = json.loads(files["manifest.json"])["composeExtensions"]
    (command,) = extension["commands"]
    assert (extension["botId"], command["id"], command["type"], command["initialRun"]) == (APP, "terrein", "query", True)
    (field,) = command["parameters"]
    assert typed_in({"commandId": command["id"], "parameters": [{"name": field["name"], "value": "hes"}]}) == "hes"
    for text, longest in ((command["title"], 32), (command["description"], 128), (field["description"], 128)):
        assert 0 < len(text) <= longest
    assert json.loads(files["nl.json"])["composeExtensions[0].commands[0].title"] == command["title"]
