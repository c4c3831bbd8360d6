"""The commands of an entrepreneur, which work at every moment of the conversation."""

from dialogs.consent.consents import ask_to_keep, show_consents
from dialogs.consent.erasure import ask_to_erase
from dialogs.consent.my_data import show_all, show_my_data
from dialogs.consent.my_data_paper import download
from dialogs.inbox.codes import give_code, use_code
from dialogs.inbox.colleagues import admit, ask_to_join, ask_who, stop_asking
from dialogs.inbox.newcomers import GONE, ON_YOUR_OWN, see_wish
from dialogs.intake import flow
from dialogs.intake.corrections import change, go_back, overview
from dialogs.intake.depth import ask_depth, choose_depth
from dialogs.intake.prompts import ask_with_card
from dialogs.intake.summary import show_summary
from dialogs.intake.typed_answers import reminder, too_long
from dialogs.intake.welcome import show_welcome
from dialogs.notices.happenings import tell_question
from dialogs.rounds.wishes import WISHES
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.place import Phase
from dialogs.turn.step import Step, quoted
from domain.inbox.requests import RequestKind
from domain.intake.acceptance import clean_text, whole_number
from domain.intake.path import TAKES, Depth

WANTED = "Bel mij terug"
CALLED = "Goed. Het projectteam belt u zo snel mogelijk."
PASSED_ON = "Goed. Het projectteam belt u. Uw wens geven wij door: {wish}"
ONE_COMPANY = (
    "In deze chat vult u de vragen voor één bedrijf in.",
    "Heeft u nog een bedrijf? Typ 'bel mij'. Het projectteam vult de vragen daarvan dan met u in.",
)
WHEN = "Heeft u een nummer of een goed moment? Typ dan bijvoorbeeld: bel mij morgen om 10 uur."
LONGEST = 2000  # characters of a question to the team


async def begin(step: Step, _: str) -> None:
    """Start, or go on where one was."""
    if not step.may_keep():
        show_welcome(step)
    elif step.depth is None:
        ask_depth(step, "Welkom terug.")
    else:
        await go_on(step, "")


async def go_on(step: Step, _: str) -> None:
    """Go on with the next open question."""
    if not step.may_keep():
        show_welcome(step)
    elif step.depth is None and not step.answers:
        ask_depth(step, "Welkom terug.")
    elif step.place.phase is Phase.DONE and step.way.is_complete():
        show_summary(step, "U bent klaar. Dit zijn uw antwoorden.")
    else:
        step.depth = step.depth or Depth.SHORT
        step.place.card_page = step.place.asked = None
        await flow.go_on(step)


async def consents(step: Step, _: str) -> None:
    """Show what was decided about sharing."""
    if step.may_keep() or step.lapsed:
        show_consents(step)
    else:
        show_welcome(step)


async def my_data(step: Step, _: str) -> None:
    """Show everything that is kept of this person and company."""
    await show_my_data(step)


async def all_my_data(step: Step, _: str) -> None:
    """Show the whole of it."""
    await show_all(step)


async def erase(step: Step, _: str) -> None:
    """Ask once more, then erase."""
    ask_to_erase(step)


async def question(step: Step, text: str) -> None:
    """Keep a question for the team."""
    await keep_request(step, RequestKind.QUESTION, text, "Typ uw vraag achter het woord 'vraag'.")


async def call_back(step: Step, text: str) -> None:
    """Keep a wish to be called."""
    await keep_request(step, RequestKind.CALL_BACK, text or WANTED, "")


async def keep_request(step: Step, kind: RequestKind, text: str, hint: str) -> None:
    """Keep what somebody asks and say what happens with it."""
    cleaned = clean_text(text)
    if not step.may_keep():
        ask_to_keep(step, "Dat bewaren wij nog niet. Wij willen u eerst iets vragen.")
    elif not cleaned:
        step.say(hint)
    elif len(cleaned) > LONGEST:
        step.say(too_long(LONGEST), reminder(step))
    else:
        number = await step.stores.requests.keep(kind, cleaned)
        await tell_question(step)
        step.place.misses = 0
        if kind is RequestKind.QUESTION:
            step.say(f"Uw vraag is bewaard (nummer {number}). Het antwoord komt hier in deze chat.", reminder(step))
        else:
            said = (CALLED, WHEN) if text == WANTED else (PASSED_ON.format(wish=quoted(cleaned)),)
            step.say(*said, reminder(step))


async def another_company(step: Step, _: str) -> None:
    """Say how a second company of the same person comes in."""
    step.say(*ONE_COMPANY, reminder(step), choices=("Bel mij", "Verder"))


async def code(step: Step, text: str) -> None:
    """Use an invitation code."""
    if text:
        await use_code(step, text)
    else:
        step.say("Typ 'code' met uw code erachter, bijvoorbeeld: code ABCD-2345.")


async def colleague(step: Step, text: str) -> None:
    """Give a code for a colleague, or look for the colleague who began."""
    if not step.may_keep():
        ask_to_keep(step, "Goed. Wij willen u eerst iets vragen.")
    elif text not in ("", "begon al") and step.place.phase is Phase.JOIN:
        await ask_to_join(step, text)
    elif text == "begon al" and step.answers:
        step.say(*ON_YOUR_OWN)
    elif text == "begon al" or not step.answers:
        await ask_who(step)
    else:
        await give_code(step)


async def short(step: Step, _: str) -> None:
    """Choose the short version."""
    await depth(step, Depth.SHORT)


async def full(step: Step, _: str) -> None:
    """Choose the full version, or deepen the short one."""
    await depth(step, Depth.FULL)


async def depth(step: Step, chosen: Depth) -> None:
    """Choose how much is asked; only after the first consent."""
    if step.may_keep():
        await choose_depth(step, chosen)
    else:
        show_welcome(step)


async def card(step: Step, _: str) -> None:
    """Go from typing to cards."""
    step.place.typing = False
    asked = step.asked
    if asked is not None and step.way.questions_on(asked.page):
        ask_with_card(step, step.way.questions_on(asked.page))
    else:
        await go_on(step, "")


async def join(step: Step, argument: str) -> None:
    """See who is in the intake one was let into; nothing moves by that."""
    number = whole_number(argument) or None
    if not step.may_keep():
        show_welcome(step)
    elif not await see_wish(step, number):
        if number is not None:
            step.say(GONE, choices=("Verder",))
        else:
            await begin(step, "")


async def stay_out(step: Step, _: str) -> None:
    """Withdraw the wish to join a company."""
    await stop_asking(step)


async def let_in(step: Step, argument: str) -> None:
    """Let a colleague in."""
    await admit(step, argument, allow=True)


async def keep_out(step: Step, argument: str) -> None:
    """Keep somebody out."""
    await admit(step, argument, allow=False)


PERSONAL: tuple[Command, ...] = (
    Command(("start", "begin", "beginnen", "opnieuw beginnen"), "beginnen, of verder waar u was", begin, menu=True),
    Command(("verder", "ga verder", "doorgaan", "hervatten"), "de volgende vraag", go_on),
    Command(("terug", "vorige", "ga terug", "stap terug"), "de vorige vraag", go_back, menu=True),
    Command(("overzicht", "opnieuw bekijken", "samenvatting", "mijn antwoorden", "bekijken"), "al uw antwoorden", overview,
            menu=True),
    Command(("wijzig", "wijzigen", "aanpassen", "verander"), "één antwoord wijzigen", change, takes=Takes.MAYBE,
            argument="<onderwerp>", example="wijzig zonnepanelen"),
    *WISHES,
    Command(("toestemming", "toestemmingen", "intrekken", "trek toestemming in", "trek mijn toestemming in", "mijn toestemming",
             "ik wil mijn toestemming"), "zien en wijzigen wat wij mogen delen", consents, takes=Takes.MAYBE, menu=True),
    Command(("mijn gegevens", "gegevens"), "zien wat wij van u bewaren", my_data, menu=True),
    Command(("mijn gegevens alles", "alle gegevens"), "alles zien wat wij van u bewaren", all_my_data, in_help=False),
    Command(("download", "download mijn gegevens", "mijn gegevens downloaden"), "uw gegevens als bestand krijgen", download),
    Command(("verwijder mijn gegevens", "wis mijn gegevens", "verwijder alles"), "alles laten wissen", erase),
    Command(("vraag", "ik heb een vraag"), "een vraag aan het team", question, takes=Takes.TEXT, argument="<uw vraag>",
            example="vraag wat kost het?", menu=True),
    Command(("bel mij", "bel me", "bel mij terug", "terugbellen"), "het team belt u", call_back, takes=Takes.MAYBE),
    Command(("code", "ik heb een code"), "een code gebruiken", code, takes=Takes.MAYBE, argument="<code>",
            example="code ABCD-2345"),
    Command(("collega", "collega uitnodigen", "mijn collega", "ik wil mijn collega"), "samen met een collega invullen", colleague,
            takes=Takes.MAYBE),
    Command(("nog een bedrijf", "tweede bedrijf", "ander bedrijf", "ik heb nog een bedrijf", "ik heb twee bedrijven"),
            "hoe een tweede bedrijf meedoet", another_company, in_help=False),
    Command(("kort", "korte versie", "snel"), f"de korte vragen, {TAKES[Depth.SHORT]}", short),
    Command(("volledig", "alle vragen", "uitgebreid"), f"alle vragen, {TAKES[Depth.FULL]}", full),
    Command(("kaart", "kaarten"), "de vragen als kaart", card),
    Command(("meedoen", "ik doe mee"), "zien wie er meedoen voor uw bedrijf", join, takes=Takes.MAYBE, argument="<nummer>",
            example="meedoen 12", in_help=False),
    Command(("niet meedoen", "toch niet meedoen"), "niet meer vragen om mee te doen", stay_out, in_help=False),
    Command(("toelaten",), "een collega toelaten", let_in, Users.ANYONE, Takes.TEXT, argument="<nummer>",
            example="toelaten 12", in_help=False),
    Command(("weigeren",), "een collega niet toelaten", keep_out, Users.ANYONE, Takes.TEXT, argument="<nummer>",
            example="weigeren 12", in_help=False),
)  # fmt: skip
