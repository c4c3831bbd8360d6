"""Stores are declared once: a protocol in dialogs/stores, and one class of that name in storage that keeps its promises.

So a new method touches two files: the protocol, and what keeps it.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Protocol, get_type_hints

import pytest

import dialogs.stores
import storage
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.stores.stores import Stores

Shape = list[tuple[str, Any, bool]]


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Yield every module of a package, those of migrations aside."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def classes(package: ModuleType) -> Iterator[type]:
    """Yield every class that a package declares."""
    for module in modules(package):
        yield from (one for _, one in inspect.getmembers(module, inspect.isclass) if one.__module__ == module.__name__)


PROTOCOLS = [one for one in classes(dialogs.stores) if Protocol in one.__bases__]


def methods(of: type) -> dict[str, Shape]:
    """Return the public methods that a class declares, each with its parameters: their names, kinds and whether they may miss."""
    found = {name: one for name, one in vars(of).items() if inspect.isfunction(one) and not name.startswith("_")}
    return {name: shape(one) for name, one in found.items()}


def shape(method: Any) -> Shape:  # noqa: ANN401 - a function
    """Return the parameters of a method."""
    given = inspect.signature(method).parameters.values()
    return [(one.name, one.kind, one.default is inspect.Parameter.empty) for one in given]


def store_of(protocol: type) -> type:
    """Return the class that keeps the promises of a protocol: the one of that name."""
    [found] = [one for one in classes(storage) if one.__name__ == protocol.__name__]
    return found


@pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda one: one.__name__)
def test_a_store_has_the_name_and_the_methods_of_its_protocol(protocol: type) -> None:
    kept = methods(store_of(protocol))
    assert {name: kept.get(name) for name in methods(protocol)} == methods(protocol)


def test_every_store_that_a_dialog_reaches_is_declared_here() -> None:
    reached = {name: get_type_hints(one.fget)["return"] for name, one in vars(Stores).items() if isinstance(one, property)}
    assert len(reached) > 20 - 1
    assert set(reached.values()) - {TerrainNames} == set(PROTOCOLS) - {Stores}
