"""The four vehicle classes of the approach, with the words and the average day of each."""

from dataclasses import dataclass

from domain.intake.options import Option


class VehicleClass(Option):
    """N1, N2 and N3 of the plan; N3 is split, because a tractor drives and charges unlike a rigid truck."""

    VAN = "van", "bestelwagens", "busjes", "bestelbussen", "bestelauto's", "bussen", "n1"
    LIGHT_TRUCK = "light_truck", "lichte vrachtwagens", "kleine vrachtwagens", "lichte trucks", "n2"
    RIGID = "rigid", "bakwagens", "zware vrachtwagens", "vrachtwagens", "n3"
    TRACTOR = "tractor", "trekkers", "trekker-opleggers", "trekkers met oplegger"


@dataclass(frozen=True, slots=True)
class VehicleWords:
    """What people read about a class: `one` bestelwagen, `many` bestelwagens, `weight` as on the licence."""

    one: str
    many: str
    weight: str


@dataclass(frozen=True, slots=True)
class AverageDay:
    """A national average in km per working day, with where it comes from."""

    km: int
    source: str


WORDS = {
    VehicleClass.VAN: VehicleWords("bestelwagen", "bestelwagens", "tot 3.500 kg"),
    VehicleClass.LIGHT_TRUCK: VehicleWords("lichte vrachtwagen", "lichte vrachtwagens", "3.500 tot 12.000 kg"),
    VehicleClass.RIGID: VehicleWords("bakwagen", "bakwagens", "vanaf 12.000 kg"),
    VehicleClass.TRACTOR: VehicleWords("trekker", "trekkers", "met oplegger"),
}

# The heaviest of a class by what it may weigh with its load, in kg: N1 and N2 of EU 2018/858, annex I. Above it is N3.
HEAVIEST = {VehicleClass.VAN: 3500, VehicleClass.LIGHT_TRUCK: 12000}


def class_of_weight(kilos: float) -> VehicleClass:
    """Return the class of a vehicle that may weigh so many kilograms with its load, and draws no trailer by itself."""
    return next((vehicles for vehicles, most in HEAVIEST.items() if kilos <= most), VehicleClass.RIGID)


# What people call the vehicles of a class; each name can be no other class.
NAMES: dict[VehicleClass, tuple[str, ...]] = {
    VehicleClass.VAN: (
        "bestelwagen", "bestelbus", "bestelauto", "bestelbusje", "bestel", "bus", "busje", "sprinter", "caddy", "caddie",
        "crafter",
        "transporter", "vito", "ducato", "berlingo", "kangoo", "n1", "bestelwage", "vans", "minivan", "lieferwagen", "buske",
    ),
    VehicleClass.LIGHT_TRUCK: (
        "lichte vrachtwagen", "lichte vrachtauto", "lichte truck", "kleine vrachtwagen", "kleine vrachtauto", "kleine truck",
        "n2",
    ),
    VehicleClass.RIGID: (
        "bakwagen", "bakauto", "motorwagen", "zware vrachtwagen", "zware vrachtauto", "grote vrachtwagen", "grote vrachtauto",
        "n3",
    ),
    VehicleClass.TRACTOR: (
        "trekker", "truck", "combinatie", "trekkercombinatie", "trekkeroplegger", "zugmaschine", "sattelzug",
        "sattelzugmaschine",
    ),
}  # fmt: skip
# Of these there are none of any class but vans, when somebody says that there are none.
LORRY = ("vrachtwagen", "vrachtauto", "vrachtwage", "lkw", "lorry", "lorries")
LORRIES = (VehicleClass.LIGHT_TRUCK, VehicleClass.RIGID, VehicleClass.TRACTOR)
# What can be several classes: an answer to a question about one of these, and in a sentence of its own asked back.
MANY_CLASSES: dict[str, tuple[VehicleClass, ...]] = {
    **dict.fromkeys(LORRY, (VehicleClass.RIGID,)),
    **dict.fromkeys(("wagen", "auto", "voertuig", "bedrijfswagen", "bedrijfsauto"), tuple(VehicleClass)),
}

# CBS gives 22,200 km a year for vans; 260 working days make 85. For light trucks there is no figure of their own.
AVERAGE_DAYS = {
    VehicleClass.VAN: AverageDay(85, "CBS, 22.200 km per jaar, 260 werkdagen"),
    VehicleClass.LIGHT_TRUCK: AverageDay(138, "CBS 2021, alle vrachtauto's"),
    VehicleClass.RIGID: AverageDay(138, "CBS 2021, alle vrachtauto's"),
    VehicleClass.TRACTOR: AverageDay(294, "CBS 2021, trekkers"),
}
