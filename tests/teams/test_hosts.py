"""Where a token may go, and all the ways to look like it."""

import pytest

from bot.settings import FILE_HOSTS, MICROSOFT_HOSTS
from bot.teams.hosts import Hosts

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
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net:80/",
        "https://smba.trafficmanager.net:0443/",
        "https://smba.trafficmanager.net:/",
        "https://smba.trafficmanager.net./",
        "https://webchat.botframework.com./",
        "https://.botframework.com/",
        "https://a..botframework.com/",
        "https://-.botframework.com/",
        "https://xn--80ak6aa92e.botframework.com/",
        "https://\u017fmba.botframework.com/",
        "https://webchat.botframewor\u212a.com/",
        "https://user@webchat.botframework.com/",
        "https://smba.trafficmanager.net/../",
        "https://smba.trafficmanager.net/a/%2e%2E/b",
        "https://smba.trafficmanager.net//evil.example/",
        "wss://smba.trafficmanager.net/",
        "file://smba.trafficmanager.net/",
        "https:smba.trafficmanager.net/",
    ],
)
def test_anything_else(url: str) -> None:
    assert not MICROSOFT.allow(url)


def test_this_machine_only_when_it_is_on_the_list() -> None:
    hosts = Hosts(["127.0.0.1", "localhost", "::1", "example.org"])
    assert all(map(hosts.allow, ["http://127.0.0.1:4001/", "http://localhost:5/_connector", "http://[::1]:5/"]))
    assert hosts.allow("https://example.org/")
    assert not hosts.allow("http://example.org/")


FILES = Hosts(FILE_HOSTS)


@pytest.mark.parametrize(
    "address",
    [
        "https://nal.sharepoint.com/a?tempauth=x",
        "https://nal.sharepoint.com/é?a=b",
        "https://nal-my.sharepoint.com:443/a/%20?a=b#c",
    ],
)
def test_the_files_of_people(address: str) -> None:
    assert FILES.allow_file(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://nal.sharepoint.com/a",
        "https://nal.sharepoint.com:8443/a",
        "https://nal.sharepoint.com:22/a",
        "https://nal.sharepoint.com./a",
        "https://.sharepoint.com/a",
        "https://nal.sharepoint.com@evil.example/a",
        "https://evil.example/nal.sharepoint.com/a",
        "https://user:pw@nal.sharepoint.com/a",
        "https://nal.\u017fharepoint.com/a",
        "https://xn--nal-9na.sharepoint.com/a",
        "ftp://nal.sharepoint.com/a",
        "file:///etc/passwd",
        "https://169.254.169.254/metadata",
        "https://nal.sharepoint.com",
    ],
)
def test_no_file_comes_from_anywhere_else(address: str) -> None:
    assert not FILES.allow_file(address)
