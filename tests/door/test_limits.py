"""What the door counts and reads of a request: cookies, addresses, rates, files in memory and the name of a device."""

import datetime

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.door.cookies import GUARDED, PLAIN, Cookies
from bot.door.entrance import device_of
from bot.door.limits import Addresses, Rate, Rates
from bot.door.uploads import SECONDS, Uploads
from bot.teams.file_hosts import LARGEST, NotMoved


def test_the_plain_cookie_is_for_this_machine_alone() -> None:
    for host, public, name in (
        ("127.0.0.1:3978", "", PLAIN), ("localhost", "http://localhost", PLAIN), ("[::1]:80", "", PLAIN),
        ("localhost", "https://laadmaat.example", GUARDED), ("laadmaat.example", "", GUARDED), ("127.0.0.1.example", "", GUARDED),
    ):  # fmt: skip
        request = make_mocked_request("GET", "/", headers={"Host": host, "Cookie": f"{name}={'s' * 43}"})
        assert Cookies(public).secret_in(request) == "s" * 43, (host, public)


def test_an_address_is_the_one_that_our_own_proxies_saw() -> None:
    day = datetime.date(2026, 11, 30)

    def digest(proxies: int, *forwarded: str, key: str = "k", on: datetime.date = day) -> str:
        headers = [("X-Forwarded-For", one) for one in forwarded]
        request = make_mocked_request("GET", "/", headers=dict(headers[:1]))
        return Addresses(proxies, key, lambda: on).digest(request)

    assert digest(0, "203.0.113.9") == digest(0)  # nobody is believed
    assert digest(1, "198.51.100.1, 203.0.113.9") == digest(1, "203.0.113.9") != digest(1, "203.0.113.8")
    assert digest(2, "203.0.113.9, 10.0.0.1") == digest(1, "203.0.113.9")
    assert digest(2, "203.0.113.9") == digest(0)  # whoever came past a proxy of ours
    assert digest(1, "2001:db8:1:2::3") == digest(1, "2001:db8:1:2:ffff::1") != digest(1, "2001:db8:1:3::3")
    assert digest(1, "x" * 9000) == digest(1, "<script>")
    assert "203" not in digest(1, "203.0.113.9")[:3] or len(digest(1, "203.0.113.9")) == 32
    assert digest(1, "203.0.113.9", key="other") != digest(1, "203.0.113.9") != digest(1, "203.0.113.9", on=day.replace(day=29))


def test_a_rate_fills_up_again_by_itself() -> None:
    now = 0.0
    rates = Rates(Rate(2, 0.5), lambda: now)
    assert [rates.allow("a"), rates.allow("a"), rates.allow("a"), rates.allow("b")] == [True, True, False, True]
    assert [rates.has_left("a"), rates.has_left("b"), rates.has_left("b")] == [False, True, True]
    now = 2.0
    assert [rates.allow("a"), rates.allow("a")] == [True, False]


async def test_files_are_kept_a_few_minutes_and_never_too_many() -> None:
    now = 0.0
    uploads = Uploads(None, lambda: now)  # type: ignore[arg-type]
    one, two = uploads.keep(b"x" * LARGEST), uploads.keep(b"y" * LARGEST)
    assert uploads.has_room(LARGEST)
    assert not uploads.has_room(LARGEST + 1)
    assert await uploads.fetch(one) == b"x" * LARGEST
    now = SECONDS
    with pytest.raises(NotMoved):
        await uploads.fetch(two)
    assert uploads.has_room(3 * LARGEST)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18 Safari/604", "iPhone, Safari"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 (KHTML, like Gecko) Chrome/131 Mobile Safari/537", "Android, Chrome"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 (KHTML, like Gecko) Chrome/131 Safari/537 Edg/131", "Windows, Edge"),
        ("<b>curl</b>", "Apparaat"),
    ],
)  # fmt: skip
def test_a_device_is_called_as_people_call_it(agent: str, name: str) -> None:
    assert device_of(agent) == name
