"""The after-action report: drafted from the journal, with what people wrote, as PDF and Word (row AA1)."""

from datetime import date
from io import BytesIO

from docx import Document

from krisapp.documents.docx import paper_docx
from krisapp.documents.exercise.evaluation_report import Earlier, report_paper
from krisapp.documents.paper import Paper
from krisapp.domain.exercising.drill import DrillEnded, observe
from krisapp.domain.leading.decision.deciding import decide
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.profile import dress_of
from krisapp.domain.scoring.evaluation import Section, rate, write_section
from krisapp.domain.scoring.improvements import Improving, Tried, propose
from krisapp.domain.scoring.measures import MEASURES, score
from tests.documents.accessible import faults
from tests.documents.reading import words
from tests.domain.scoring.accounts import Kept

EARLIER = Earlier("OVN-2027-001", "x", "Ring kommunchefen först", "TiB")
NAMES = {"Ö1": "Larmkedja inom 15 minuter", "Ö3": "Invånare först"}


def drilled() -> Kept:
    sitting = Kept(drill=True)
    sitting.later(9)
    sitting.out("I2-C06.sv")
    sitting.out("E1-C01.sv", promised=30)
    sitting.do(observe(sitting.drill, sitting.now, "Invånarna fick sitt direkt", objective="Ö3", rating="P"))
    sitting.later(30)
    sitting.do(DrillEnded(39))
    return sitting


def report(sitting: Kept) -> Paper:
    account = sitting.account()
    return report_paper(sitting.incident, account, score(account), NAMES, (EARLIER,), sitting.now)


def test_the_report_is_drafted_from_the_journal_and_can_be_read_out() -> None:
    made = report(drilled()).pdf()

    assert faults(made) == []
    said = words(made)
    assert "T+9" in said
    assert "P, genomfört utan svårigheter" not in said, "nobody has set the final rating"
    assert "Invånarna fick sitt direkt (P)" in said
    assert "2 texter gick ut till 2 av 8 målgrupper" in said
    for one in MEASURES:
        assert one.name in said
    assert "Ring kommunchefen först OVN-2027-001 inte prövad" in said


def test_what_people_have_written_stands_in_place_of_the_draft() -> None:
    sitting = drilled()
    draft = words(report(sitting).pdf())
    sitting.do(write_section(sitting.incident, Section.WELL, "Alla var på plats."))
    sitting.do(rate(sitting.incident, "Ö3", "S", "Näringslivet fick vänta."))
    sitting.do(propose(Improving("Öva ordningen", "KC", date(2027, 9, 1), "order")))
    sitting.do(Tried(EARLIER.origin, EARLIER.id, EARLIER.text, held=True, seen="Chefen ringdes kl. 12.02."))

    said = words(report(sitting).pdf())

    assert "Första interna besked: 9 min" in draft and "Första interna besked: 9 min" not in said
    assert "Alla var på plats." in said
    assert "S, genomfört med vissa svårigheter" in said
    assert "Öva ordningen Kommunchef 2027-09-01 öppen" in said
    assert "håller Chefen ringdes kl. 12.02." in said


def test_the_word_file_has_the_picture_with_its_words_and_the_same_tables() -> None:
    paper = report(drilled())
    document = Document(BytesIO(paper_docx(paper, dress_of(None))))

    pictures = [one.get("descr") for one in document.element.body.iter("{*}docPr")]
    assert any(one and one.startswith("Tidslinje från larmet") for one in pictures)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {one.name for one in MEASURES} <= set(cells)


def test_p31_a_secret_decision_stands_in_the_timeline_by_its_ground_alone() -> None:
    sitting = Kept()
    words_of = Formulation("Flytta de skyddade", sitting.now, "chef", background="Hot", ground="OSL 18:13")
    sitting.do(decide(sitting.incident, words_of, sitting.now))

    said = words(report(sitting).pdf())

    assert "Flytta de skyddade" not in said
    assert "sekretess, OSL 18:13" in said
