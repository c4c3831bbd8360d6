"""The bot's own mention goes, everything else that people typed stays."""

import json
from typing import Any

import pytest

from bot.teams.bodies import read_activity
from bot.teams.mentions import plain_text
from tests.teams.activities import BOT, says


def mention(name: str, account: str, text: str | None = None) -> dict[str, Any]:
    return {"type": "mention", "mentioned": {"id": account, "name": name}, "text": text or f"<at>{name}</at>"}


OWN, PIET = mention("Laadmaat", BOT["id"]), mention("Piet de Vries", "29:piet")


@pytest.mark.parametrize(
    ("typed", "entities", "heard"),
    [
        ("<at>Laadmaat</at> hallo", [OWN], "hallo"),
        ("<at>Laadmaat</at>&nbsp;hallo", [OWN], "hallo"),
        ("<at>Laadmaat</at>\u00a0hallo\n", [OWN], "hallo"),
        ('<at id="0">Laadmaat</at> status', [OWN], "status"),
        ("<at id=\"0\" class='x'>Laadmaat</at> status", [OWN], "status"),
        ("vraag <at>Laadmaat</at> wat kan Laadmaat?", [OWN], "vraag wat kan Laadmaat?"),
        ("<at>Laadmaat</at> en <at>Laadmaat</at>", [OWN, OWN], "en"),
        ("<at>Laadmaat</at>", [OWN], ""),
        ("<at>Laadmaat</at> bel <at>Piet de Vries</at> terug", [OWN, PIET], "bel Piet de Vries terug"),
        ("<at>Laadmaat test</at> hoi", [mention("Laadmaat test", BOT["id"])], "hoi"),
        ("<at>R&amp;D bot</at> hoi", [mention("R&D bot", BOT["id"], "<at>R&amp;D bot</at>")], "hoi"),
        ("<at>Laadmaat</at> hoi", [], "hoi"),
        ("<at>Iemand</at> hoi", [], "Iemand hoi"),
        ("Laadmaat hoi", [OWN], "Laadmaat hoi"),
        ("Jansen &amp; Zn &lt;3", [], "Jansen & Zn <3"),
        ("<b>vet</b> < 5 en > 3", [], "<b>vet</b> < 5 en > 3"),
        ("<at>nooit gesloten", [OWN], "<at>nooit gesloten"),
    ],
)
def test_only_the_own_mention_goes(typed: str, entities: list[dict[str, Any]], heard: str) -> None:
    told = says(typed, entities=entities)
    assert plain_text(read_activity(json.dumps(told).encode())) == heard


def test_a_text_full_of_openings_is_read_at_once() -> None:
    told = says("<at>" * 20_000)
    assert plain_text(read_activity(json.dumps(told).encode())) == "<at>" * 20_000
