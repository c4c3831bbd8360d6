"""Every section of the intake, in the order people meet them."""

from domain.intake.declaration import Chapter

COMPANY = Chapter(1, "Uw bedrijf")
VEHICLES = Chapter(2, "Uw voertuigen")
CHARGING = Chapter(3, "Wanneer u kunt laden")
SITE = Chapter(4, "Ruimte op uw terrein")
GRID = Chapter(5, "Uw stroom")
TOGETHER = Chapter(6, "Samen oplossen")
CONSENTS = Chapter(7, "Wat wij mogen delen")

CHAPTERS = (COMPANY, VEHICLES, CHARGING, SITE, GRID, TOGETHER, CONSENTS)
