"""What can be done when the years are not enough at the statutory age: four ways, with condition and article."""

from calc.result import Message, Step, Table

WAYS = {
    "extend": ("sil-16", "o13-2", "delay-2", "oaw-16"),
    "lump": ("o13-2", "delay-2"),
    "resident": ("sil-16", "o13-3"),
    "end": ("o13-3",),
}
"""Way -> the articles that give it, the best one first. Those who paid in several provinces: order 13 art 4."""


def ways() -> tuple[Step, ...]:
    """The ways as steps, so that each stands beside its article."""
    said = [Step(f"way.{way}", Message(f"ways.{way}"), citations=articles) for way, articles in WAYS.items()]
    return (*said, Step("way.where", Message("ways.where"), citations=("o13-4",)))


def ways_table() -> Table:
    """The ways side by side: what you do, and who may."""
    rows = tuple((Message(f"ways.name.{way}"), Message(f"ways.who.{way}")) for way in WAYS)
    return Table("ways", (Message("ways.column.way"), Message("ways.column.who")), rows, title=Message("ways.title"))
