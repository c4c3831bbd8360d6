"""What companies ask of the team and of each other, and what the team does for them: invite, answer, fill in by telephone."""

from dialogs.consent.consents import ask_to_keep
from dialogs.consent.welcome import show_welcome
from dialogs.door.ways import NEEDS_ADDRESS, address_of, offer_square
from dialogs.inbox.calls import begin_call, end_listed_call, offer_list
from dialogs.inbox.codes import ends, find_invitation, give_code, looks_like_code, use_code
from dialogs.inbox.colleagues import admit, ask_to_join, ask_who, stop_asking
from dialogs.inbox.newcomers import GONE, ON_YOUR_OWN, company_of, see_wish
from dialogs.inbox.requests import answer, inbox
from dialogs.inbox.telephone import WHICH, ask_for_number_later, misses_digits, offer_number, says_no_more, typed_number
from dialogs.inbox.two_doors import HOW, give_key, join_keys
from dialogs.intake.commands import begin
from dialogs.intake.typed_answers import reminder, too_long
from dialogs.lookup.telephone_numbers import read_telephone
from dialogs.notices.happenings import tell_question
from dialogs.registers.contacts import WITHDRAWN, for_the_letter
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.place import Phase, Place
from dialogs.turn.step import Step, quoted
from domain.door.entering import DoorWay
from domain.inbox.requests import RequestKind
from domain.intake.acceptance import clean_text, whole_number

WANTED = "Bel mij terug"
CALLED = "Goed. Het projectteam belt u zo snel mogelijk."
PASSED_ON = "Goed. Het projectteam belt u. Uw wens geven wij door: {wish}"
WHEN = "Heeft u een goed moment? Typ dan bijvoorbeeld: bel mij morgen om 10 uur."
NEW_NUMBER = "Goed. Typ het juiste nummer, of typ 'bel mij' zonder nummer."
TO_TAKE_PART = ("Dit is een code om mee te doen. Typ er 'code' voor, en niet 'koppel'.",)
LONGEST = 2000  # characters of a question to the team


async def question(step: Step, text: str) -> None:
    await keep_request(step, RequestKind.QUESTION, text, "Typ uw vraag achter het woord 'vraag'.")


async def call_back(step: Step, text: str) -> None:
    """Ask to be called; a number is shown back first, and without one it is asked for."""
    wish = "" if says_no_more(text) else text
    if not step.may_keep():
        ask_for_number_later(step)
    elif (number := typed_number(step, text)) is not None:
        offer_number(step, number, wish)
    elif not misses_digits(step, text):
        await keep_request(step, RequestKind.CALL_BACK, wish or WANTED, "")


async def settle_call(step: Step, wish: object) -> None:
    """Keep the request with the number that was shown, after a yes."""
    if isinstance(wish, str):
        await keep_request(step, RequestKind.CALL_BACK, wish, "")
    else:
        step.say(NEW_NUMBER, reminder(step))


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
            said = (CALLED, WHICH, WHEN) if text == WANTED else (PASSED_ON.format(wish=quoted(cleaned)),)
            which = WHICH if text != WANTED and read_telephone(cleaned) is None else ""
            step.say(*said, which, reminder(step))


async def code(step: Step, text: str) -> None:
    """Use an invitation code."""
    if text:
        await use_code(step, text)
    else:
        step.say("Typ 'code' met uw code erachter, bijvoorbeeld: code ABCD-2345.")


async def link_teams(step: Step, text: str) -> None:
    """Give whoever takes part without Teams a code, or take that code in Teams."""
    if not looks_like_code(text):
        await give_key(step) if text.casefold() in ("", "teams") else step.say(*HOW)
    elif (invitation := await find_invitation(step, text)) is not None:
        await join_keys(step, invitation) if invitation.key_of is not None else step.say(*TO_TAKE_PART)


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
    await admit(step, argument, allow=True)


async def keep_out(step: Step, argument: str) -> None:
    await admit(step, argument, allow=False)


QUESTIONS: tuple[Command, ...] = (
    Command(("vraag", "ik heb een vraag"), "een vraag aan het team", question, takes=Takes.TEXT, argument="<uw vraag>",
            example="vraag wat kost het?", menu=True),
    Command(("bel mij", "bel me", "bel mij terug", "terugbellen"), "het team belt u", call_back, takes=Takes.MAYBE),
    Command(("code", "ik heb een code"), "een code gebruiken", code, takes=Takes.MAYBE, argument="<code>",
            example="code ABCD-2345"),
    Command(("collega", "collega uitnodigen", "mijn collega", "ik wil mijn collega"), "samen met een collega invullen", colleague,
            takes=Takes.MAYBE),
)  # fmt: skip
KEYS: tuple[Command, ...] = (
    Command(("koppel teams", "teams koppelen", "koppel"), "met dezelfde antwoorden ook in Teams meedoen", link_teams,
            takes=Takes.MAYBE, argument="[code]", example="koppel teams", without_teams=True),
)  # fmt: skip
COLLEAGUES: tuple[Command, ...] = (
    Command(("meedoen", "ik doe mee"), "zien wie er meedoen voor uw bedrijf", join, takes=Takes.MAYBE, argument="<nummer>",
            example="meedoen 12", in_help=False),
    Command(("niet meedoen", "toch niet meedoen"), "niet meer vragen om mee te doen", stay_out, in_help=False),
    Command(("toelaten",), "een collega toelaten", let_in, Users.ANYONE, Takes.TEXT, argument="<nummer>",
            example="toelaten 12", in_help=False),
    Command(("weigeren",), "een collega niet toelaten", keep_out, Users.ANYONE, Takes.TEXT, argument="<nummer>",
            example="weigeren 12", in_help=False),
)  # fmt: skip


async def invite(step: Step, text: str) -> None:
    """Make an invitation code for a terrain, perhaps for one company."""
    found = await with_terrain_first(step, text, INVITE, last=False)
    if found is None:
        return
    terrain, company = found[0], found[1][:120]
    approached = await step.stores.contacts.approach(terrain.id, company)
    if approached.withdrawn:
        step.say(*WITHDRAWN)
        return
    until, sentence = ends(step)
    code = await step.stores.invitations.make(terrain.id, company, None, until, by_team=True)
    step.say(
        f"Uitnodiging voor {company or 'een bedrijf'} op {terrain.label}. De code is {code}.",
        f"U kunt dit doorsturen: Open Laadmaat in Teams en typ 'code {code}'. {sentence}",
        without_teams(step, code),
        *(f"Zet erbij: {teller} noemde u." for teller in await step.stores.nominations.tellers(terrain.id, company)),
        for_the_letter(approached.provenance) if approached.provenance else "",
    )
    if company and (address := address_of(step.known.house, DoorWay.CODE, code)):
        step.show(offer_square(address, company, f"Het vierkant voor {company}. Het werkt één keer."))
    elif address := address_of(step.known.house, DoorWay.TERRAIN, terrain.id):
        step.show(offer_square(address, terrain.name, f"Voor ieder bedrijf op {terrain.label}: op een flyer of een scherm."))


def without_teams(step: Step, code: str) -> str:
    """Say how a company comes in without Teams; nothing while that is not open."""
    address = address_of(step.known.house, DoorWay.CODE, code)
    if address:
        return f"Zonder Teams werkt deze link, ook één keer: {address}"
    return NEEDS_ADDRESS if step.known.house.web_door else ""


INVITE = Command(
    ("uitnodigen", "nodig uit"), "een code maken voor een bedrijf", invite, Users.TEAM, Takes.TEXT,
    argument="<terrein> [bedrijf]", example="uitnodigen hessenpoort Jansen Transport", menu=True,
)  # fmt: skip


async def call(step: Step, text: str) -> None:
    """Fill in the intake of a company during a telephone call."""
    await begin_call(step, clean_text(text)[:120])


async def end_call(step: Step, _: str) -> None:
    """End the call and give the code with which the company takes over."""
    if not step.known.acting:
        step.say("U vult nu geen intake in voor een bedrijf.")
        return
    if step.known.intake.test:
        await step.stores.end_call()
        step.place = Place(welcomed=True, kept=step.place.kept)
        step.say("Goed. U bent weer uzelf. Het proefbedrijf blijft staan tot u het weggooit.", choices=("Proefbedrijf lijst",))
        return
    if not step.may_keep():
        called, step.erase = step.place.called, True
        step.place = Place(welcomed=True, kept=step.place.kept)
        step.say("Het bedrijf gaf nog geen toestemming. Er is niets bewaard.")
        if called is not None:
            await offer_list(step, called)
        return
    until, sentence = ends(step)
    code = await step.stores.invitations.make(None, company_of(step.answers), step.known.intake.id, until, by_team=True)
    await step.stores.end_call()
    called, step.place = step.place.called, Place(welcomed=True, kept=step.place.kept)
    step.say(
        f"De intake van {company_of(step.answers)} is bewaard.",
        f"Geef het bedrijf deze code: {code}. Daarmee bekijkt en bevestigt het bedrijf de antwoorden. {sentence}",
        without_teams(step, code),
        "Toestemming door de telefoon telt pas na die bevestiging.",
    )
    if called is not None:
        await end_listed_call(step, called)


TEAM: tuple[Command, ...] = (
    INVITE,
    Command(("vragen", "open vragen"), "wat bedrijven vroegen", inbox, Users.TEAM, Takes.MAYBE, argument="[nummer]",
            example="vragen 12", menu=True),
    Command(("antwoord", "beantwoord"), "een vraag beantwoorden", answer, Users.TEAM, Takes.TEXT,
            argument="<nummer> <tekst>", example="antwoord 12 Dat kost niets."),
    Command(("intake namens", "namens"), "een intake invullen aan de telefoon", call, Users.TEAM, Takes.TEXT,
            argument="<bedrijf>", example="intake namens Jansen Transport", menu=True),
    Command(("klaar", "einde gesprek", "ophangen"), "het telefoongesprek afronden", end_call, Users.TEAM,
            during_call=True),
)  # fmt: skip
