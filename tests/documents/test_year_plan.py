"""The annual wheel as calendar and as PDF."""

from datetime import datetime
from io import BytesIO

import pikepdf
from icalendar import Calendar

from krisapp.documents.year_plan import year_calendar, year_pdf
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Settings, YearItem
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.store.sample import sample_plan

NOW = datetime(2027, 6, 11, 14, 10).astimezone()
PLAN = Plan(
    version="prov",
    settings=Settings(municipality="Flens kommun", sender="Flens kommun"),
    year_wheel=(
        YearItem(id="vma", rank=1, name="Prov av VMA", when="first_monday", months=("6", "12"), time="15.00"),
        YearItem(id="vecka", rank=2, name="Beredskapsveckan", when="week", number=39),
    ),
)


def events(content: bytes) -> dict[str, object]:
    return {str(one["uid"]): one for one in Calendar.from_ical(content).walk("VEVENT")}


def test_the_calendar_has_an_entry_for_each_occasion_at_its_own_hour_in_summer_and_winter() -> None:
    found = events(year_calendar(PLAN, 2027, [], NOW))
    assert len(found) == 3
    june = found["vma/2027-06@krisapp.arshjul"]["dtstart"].dt  # type: ignore[index]  # a component
    december = found["vma/2027-12@krisapp.arshjul"]["dtstart"].dt  # type: ignore[index]  # a component
    assert june.isoformat() == "2027-06-07T13:00:00+00:00", "15.00 in summer time"
    assert december.isoformat() == "2027-12-06T14:00:00+00:00", "15.00 in winter time"
    week = found["vecka/2027-09@krisapp.arshjul"]
    assert (week["dtstart"].dt.isoformat(), week["dtend"].dt.isoformat()) == (  # type: ignore[index]  # a component
        "2027-09-27",
        "2027-10-04",
    )


def test_a_calendar_made_again_has_the_same_names_so_that_nothing_is_doubled() -> None:
    later = NOW.replace(month=9)
    assert events(year_calendar(PLAN, 2027, [], NOW)).keys() == events(year_calendar(PLAN, 2027, [], later)).keys()


def test_the_year_on_paper_has_its_months_as_headings() -> None:
    acts = [Act(ActKind.DONE, NOW.date(), "alva", "vma-prov/2027-06")]
    with pikepdf.open(BytesIO(year_pdf(sample_plan(), 2027, acts, NOW))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Årshjul 2027"
        assert len(pdf.pages) >= 1
    with pikepdf.open(BytesIO(year_pdf(PLAN, 1999, [], NOW))) as empty:
        assert len(empty.pages) == 1
