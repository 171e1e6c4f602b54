"""The table at the end of the benchmarks: what was measured, its floor in the same run, their ratio, and the limit."""

from typing import NamedTuple

SLACK = 1.2
"""How far over a ratio may go before its benchmark fails: the machines they run on are shared."""

_FORMS = {"s": (1000, "{:,.1f} ms"), "MB": (1, "{:,.0f} MB")}


class Row(NamedTuple):
    """One row of "Numbers to hold". Measures are in seconds or MB; a limit of 0 is none."""

    what: str
    measured: float
    floor: float
    floor_is: str
    most_ratio: float = 0
    most: float = 0
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Return how many times its floor it takes."""
        return self.measured / self.floor if self.floor else 0

    @property
    def over(self) -> bool:
        """Return whether it takes more than it may, by ratio or by itself."""
        return bool((self.most_ratio and self.ratio > self.most_ratio) or (self.most and self.measured > self.most))

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the row as words."""
        limits = []
        if self.most_ratio:
            limits.append(f"{self.most_ratio:.1f} ×")
        if self.most:
            limits.append(self._say(self.most))
        return (
            self.what,
            f"{self._say(self.floor)} ({self.floor_is})" if self.floor else "–",
            self._say(self.measured),
            f"{self.ratio:.2f} ×" if self.floor else "–",
            " and ".join(limits) or "–",
            "OVER" if self.over else "",
        )

    def _say(self, measure: float) -> str:
        times, form = _FORMS[self.unit]
        return form.format(measure * times)


TABLE: list[Row] = []
HEADINGS = ("what", "floor", "measured", "ratio", "at most", "")


def tell(row: Row) -> None:
    """Put a row in the table. Raises AssertionError when its ratio is over the limit by more than noise explains.

    A limit in time or memory only marks the row: what this machine manages says little of another.
    """
    TABLE.append(row)
    assert not row.most_ratio or row.ratio <= row.most_ratio * SLACK, " | ".join(row.cells)


def lines() -> list[str]:
    """Return the table as lines of text."""
    rows = [HEADINGS, *(row.cells for row in TABLE)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
