"""What is said when something cannot be done here or any more, in the same words everywhere."""

OLD_BUTTON = "Deze knop werkt niet meer. Typ 'verder' om door te gaan."
OLD_CHOICE = "Deze keuze is al gemaakt of vervallen. Typ 'verder' om door te gaan."
NOTHING_KEPT = "Wij bewaren geen antwoorden van u. Wilt u meedoen? Typ dan 'start'."
NO_NAMES_HERE = "Hier noem ik geen bedrijven. Typ dit in uw eigen chat met mij, of in een kanaal van het projectteam."
FOR_TEAM = "{typed} is een opdracht voor het projectteam. Hoort u daarbij? Vraag daar dan om een rol."
MAYBE_FOR_TEAM = "{typed} lijkt op een opdracht voor het projectteam. Hoort u daarbij? Vraag daar dan om een rol."
