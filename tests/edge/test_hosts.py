"""Where a token may go, and all the ways to look like it."""

import pytest

from bot.hosts import Hosts
from bot.settings import MICROSOFT_HOSTS

MICROSOFT = Hosts(MICROSOFT_HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/",
        "https://SMBA.trafficmanager.net/teams",
        "https://smba.trafficmanager.net:443/teams/",
        "https://webchat.botframework.com/",
    ],
)
def test_teams_itself(url: str) -> None:
    assert MICROSOFT.allow(url)
    assert MICROSOFT.allow(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "smba.trafficmanager.net",
        "http://smba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "https://evil.example/",
        "https://evil.example/smba.trafficmanager.net",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evilsmba.trafficmanager.net/",
        "https://x.smba.trafficmanager.net/",
        "https://botframework.com/",
        "https://evilbotframework.com/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net:pw@evil.example/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://evil.example#@smba.trafficmanager.net/",
        "https://evil.example?smba.trafficmanager.net",
        "https://smba.trafficmanager.net\n.evil.example/",
        "https://smba.trafficmanager.net /",
        " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/?next=https://evil.example",
        "https://127.0.0.1/",
        "http://localhost/",
        "https://smba\u3002trafficmanager.net/",
    ],
)
def test_anything_else(url: str) -> None:
    assert not MICROSOFT.allow(url)


def test_this_machine_only_when_it_is_on_the_list() -> None:
    hosts = Hosts(["127.0.0.1", "localhost", "::1", "example.org"])
    assert all(map(hosts.allow, ["http://127.0.0.1:4001/", "http://localhost:5/_connector", "http://[::1]:5/"]))
    assert hosts.allow("https://example.org/")
    assert not hosts.allow("http://example.org/")
