"""The words people read, judged. The rules are those of the product, so there is one set: domain/language."""

from domain.language.plainness import faults
from domain.language.sentences import hard_to_read, reading_ease, sentences, syllables

__all__ = ["faults", "hard_to_read", "reading_ease", "sentences", "syllables"]
