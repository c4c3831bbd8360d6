"""The items that come with the program: declared in the TOML files beside this, read once as the code itself is."""

from importlib.resources import files

from domain.knowledge.items import Item, read_files

STANDARD_ITEMS: dict[str, Item] = read_files(
    {file.name: file.read_text(encoding="utf-8") for file in files(__package__).joinpath("items").iterdir()}
)
