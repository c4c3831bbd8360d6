"""What people read when something around the conversation goes wrong; all other words are in dialogs and cards."""

import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0, O, 1 or I: codes are read aloud on the telephone

NOT_SAVED_YET = "Uw bericht is nog niet opgeslagen. Ik blijf het een minuut proberen. U hoort van mij."
SEND_AGAIN = "Het is niet gelukt om uw bericht op te slaan. Stuur het straks nog een keer."
ONE_MOMENT = "Ik ben er nog mee bezig. Het antwoord komt zo in deze chat."
NOT_HERE = "Dat kan hier niet. Stel uw vraag in de chat."
ANSWERED = "Het antwoord staat in dit gesprek."  # beside a button: whether it was done or refused is in the answer itself
UNCHANGED = "Er is niets veranderd."


def went_wrong(code: str) -> str:
    """Return the sentence for an unexpected error, with its reference code."""
    return f"Er ging iets mis (code {code}). Uw antwoorden zijn bewaard. Probeer het zo nog eens."


def new_code() -> str:
    """Return a reference code such as K7Q2, that is in the log beside what happened."""
    return "".join(LETTERS[byte & 31] for byte in secrets.token_bytes(4))
