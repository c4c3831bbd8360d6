"""What a browser shows of every example card on a phone of 390 pixels: the conclusion and the first thing to do at once."""

from pathlib import Path

from playwright.async_api import Browser

from cards.heights import SCREEN, height_of
from cards.rendering import render
from tests.cards.examples import EXAMPLES
from tests.cards.nodes import inputs
from tests.e2e.browser import PHONE

LOOK = Path(__file__).parents[1] / "cards" / "judge" / "look.html"
TOO_LOW = 0.84  # of what is drawn: what we guess for a short card may be a line too little, for a tall one it may not

MEASURE = """content => {
    show(content, 'light');
    const seen = [...document.querySelectorAll('.ac-pushButton, .ac-input')].filter(part => part.offsetParent !== null);
    const first = seen.find(part => !['Meer', 'Minder'].includes(part.textContent));
    const card = document.querySelector('.card').getBoundingClientRect();
    return [(first ?? document.querySelector('.card')).getBoundingClientRect().bottom, card.height];
}"""


async def test_every_card_says_what_to_do_on_the_first_screen(browser: Browser) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.goto(LOOK.as_uri())
    low = dict[str, object]()
    for name, card in EXAMPLES.items():
        content = render(card)
        first, tall = await page.evaluate(MEASURE, content)
        guessed = height_of(content)
        fits = first <= SCREEN and (tall <= SCREEN or inputs(content))  # what does not fit is behind Meer
        if not fits or guessed < TOO_LOW * tall or (guessed < tall and tall > 0.9 * SCREEN):
            low[name] = (first, tall, guessed)
    await page.close()

    assert low == {}
