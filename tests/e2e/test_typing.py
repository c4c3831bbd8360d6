"""Fatima answers the whole intake by typing, in her own words; nothing is pressed and no card is filled in."""

from tests.e2e.conftest import House

SAYS_AND_SEES = (
    ("ja hoor", "Hoeveel tijd heeft u?"),
    ("volledig", "Hoe heet uw bedrijf?"),
    ("Jansen Transport", "Op welk bedrijventerrein"),
    ("hesenpoort", "Hessenpoort (Zwolle)"),
    ("1", "KvK-nummer"),
    ("12345678", "Wat doet u in het bedrijf?"),
    ("de eerste", "Mag u tekenen"),
    ("ja hoor", "e-mailadres"),
    ("sla over", "Hoeveel bestelwagens"),
    ("twaalf", "Genoteerd: 12."),
    ("0", "bakwagens"),
    ("geen", "Genoteerd: 0."),
    ("een stuk of drie", "als schatting: 3."),
    ("twee", "2030"),
    ("8 stuks", "2035"),
    ("12", "Hoeveel kilometer"),
    ("ongeveer 90", "als schatting: 90 km"),
    ("0", "2030"),
    ("1", "2035"),
    ("weet ik niet", "weet ik niet"),
    ("1.250", "1.250 km"),
)
AFTER_CORRECTION = (
    ("294", "andere brandstof"),
    ("waterstof en hvo", "Waterstof en HVO-diesel"),
    ("18.30", "18:30"),
    ("half zeven", "06:30"),
    ("5", "Genoteerd: 5."),
    ("allemaal", "100%"),
    ("soms", "Genoteerd: Soms."),
    ("0", "0%"),
    ("geen", "trekkers"),
    ("half acht", "19:30"),
    ("5 uur", "05:00"),
    ("5", "Genoteerd: 5."),
    ("de helft", "50%"),
    ("nee", "meer dan één dag weg"),
    ("25%", "25%"),
    ("0", "Stap 4 van 7"),
    ("4", "lang genoeg"),
    ("2", "huurt u het"),
    ("eigen", "Eigendom"),
    ("nog niet", "Nog niet"),
    ("ja", "Stap 5 van 7"),
    ("groot", "netbeheerder"),
    ("enexis", "contract afnemen"),
    ("250", "250 kW"),
    ("630 kw", "630 kW"),
    ("0", "hoogste gebruik"),
    ("180", "zwaardere aansluiting"),
    ("ja", "Hoeveel kW extra"),
    ("400", "In welke maand"),
    ("maart 2026", "maart 2026"),
    ("ik wacht nog", "Ik wacht nog"),
    ("12,5", "stroom over"),
    ("soms", "batterij"),
    ("geen", "personenauto's"),
    ("nul", "Stap 6 van 7"),
    ("te weinig stroom", "Te weinig stroom"),
    ("overslaan", "samen één laadplein"),
    ("ja", "laden bij de buren"),
    ("misschien", "samen inkopen"),
    ("nee", "energiehub"),
    ("weet ik niet", "zelf oplossen"),
    ("nee", "voorwaarde om mee te doen"),
    ("overslaan", "Welke oplossing"),
    ("overslaan", "Welk bedrijf"),
    ("De Vries Logistiek", "Ik begreep: De Vries Logistiek."),
    ("ja", "Stap 7 van 7"),
    ("ja", "Genoteerd: ja."),
    ("nee", "Genoteerd: nee."),
    ("nee", "Genoteerd: nee."),
    ("nee", "Genoteerd: nee."),
    ("ja", "Uw antwoorden"),
)


async def test_fatima_types_every_answer_and_confirms(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.sees("NAL-regio Oost")
    for said, seen in SAYS_AND_SEES:
        await fatima.says(said)
        await fatima.sees(seen)
    await fatima.sees("Klopt dit?")
    await fatima.picture("typing")
    await fatima.says("nee")
    for said, seen in AFTER_CORRECTION:
        await fatima.says(said)
        await fatima.sees(seen)
    await fatima.sees("Jansen Transport", "18:30", "06:30", "maart 2026", "De Vries Logistiek")
    await fatima.says("klopt")
    await fatima.sees("Dank u wel", "beide")
