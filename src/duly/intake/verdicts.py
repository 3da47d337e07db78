"""Each matter of a file weighed: new, registered already, or not to be registered, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from duly.intake.faults import Fault
from duly.intake.items import NUMBER, Item
from duly.intake.recognising import compared, on_record
from duly.procedure.registration import Draft, Place, Registrar, Unregistrable, draft

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Verdict:
    """A matter of the file, and what becomes of it.

    With `faults` it is not registered; with `registered` it was before, with the same content.
    """

    item: Item
    draft: Draft | None
    faults: tuple[Fault, ...]
    registered: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it is to be registered."""
        return not self.faults and not self.registered


class Weighing:
    """Weighs the matters of a file one batch after another; a number may come only once."""

    def __init__(self, by: Registrar) -> None:
        self._by = by
        self._seen: dict[str, int] = {}

    def weigh(self, items: Iterable[Item]) -> list[Verdict]:
        """Return a verdict on each matter of a batch."""
        drafted = [(item, *self._draft(item)) for item in items]
        numbers = [item.number for item, made, _ in drafted if made is not None]
        known = on_record(numbers, self._by.court)
        verdicts = []
        for item, made, faults in drafted:
            recorded = known.get(item.number, [])
            if made is not None and recorded:
                told = compared(made, recorded)
                faults = (self._otherwise(item, told),) if told else ()
                verdicts.append(Verdict(item, made, faults, registered=not told))
            else:
                verdicts.append(Verdict(item, made, faults))
        return verdicts

    def _draft(self, item: Item) -> tuple[Draft | None, tuple[Fault, ...]]:
        faults = [*item.faults, *self._double(item)]
        spoilt = {(fault.row, fault.column) for fault in faults}
        try:
            made = draft(item.form, self._by)
        except Unregistrable as refused:
            said = (item.fault(place, why) for place, why in refused.errors.items())
            # A cell that could not be read is not also said to be empty.
            faults += [one for one in said if (one.row, one.column) not in spoilt]
            made = None
        return (None if faults else made), tuple(sorted(faults, key=lambda fault: fault.row))

    def _double(self, item: Item) -> Iterator[Fault]:
        first = self._seen.setdefault(item.number, item.row)
        if item.number and first != item.row:
            why = f"与第{first}行是同一案号；同一案件的各行应当连在一起"
            yield item.fault(Place("instrument", 0, NUMBER), why)

    def _otherwise(self, item: Item, told: list[str]) -> Fault:
        why = f"该案号已经登记，内容不同：{'；'.join(told)}。请核对；登记有误的在该案中更正"
        return item.fault(Place("instrument", 0, NUMBER), why)


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Return the matters of a file, so many at once as are read and written together."""
    waiting = iter(items)
    while batch := list(islice(waiting, AT_ONCE)):
        yield batch
