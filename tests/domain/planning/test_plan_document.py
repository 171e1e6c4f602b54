"""The two plan documents are written in plain text; what stands in the plan's tables is drawn from there."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.planning.plan_blanks import INLINE, TABLES
from krisapp.domain.planning.plan_document import Part, Piece, chapters_of, number_of, pieces, unknown_blanks
from krisapp.domain.planning.plan_form_rows import KRISKOMMUNIKATION, KRISLEDNING
from krisapp.store.sample import sample_plan

PLAN = sample_plan()


def test_headings_points_and_numbers_are_told_by_their_signs() -> None:
    text = "Först detta\nsom fortsätter.\n\n## Larm\n### Natt\n- ring\n  växeln\n- vänta\n1. ett\n2) två"

    assert pieces(PLAN, text) == [
        Piece(Part.TEXT, "Först detta som fortsätter."),
        Piece(Part.HEADING, "Larm"),
        Piece(Part.SUBHEADING, "Natt"),
        Piece(Part.POINT, "ring växeln"),
        Piece(Part.POINT, "vänta"),
        Piece(Part.NUMBERED, "1. ett"),
        Piece(Part.NUMBERED, "2) två"),
    ]


def test_a_table_has_as_many_cells_in_each_row_whatever_was_written() -> None:
    (table,) = pieces(PLAN, "| Vem | När |\n|---|:-:|\n| TiB |\n| KC | genast | alltid |")

    assert table == Piece(Part.TABLE, rows=(("Vem", "När", ""), ("TiB", "", ""), ("KC", "genast", "alltid")))


def test_a_blank_alone_is_the_table_of_the_plan_and_follows_it() -> None:
    (before,) = pieces(PLAN, "{nivåer}")
    level = replace(PLAN.levels[0], name="Lugnt läge")
    (after,) = pieces(replace(PLAN, levels=(level, *PLAN.levels[1:])), "{ Nivåer }")

    assert before.rows[0] == ("Nivå", "När", "Beslutas av")
    assert len(before.rows) == len(PLAN.levels) + 1
    assert after.rows[1][0] == "N0 Lugnt läge"


def test_a_blank_within_a_line_is_a_word_and_one_that_nobody_knows_stays_to_be_seen() -> None:
    assert pieces(PLAN, "I {kommun} gäller {påhitt}.") == [Piece(Part.TEXT, "I Flens kommun gäller {påhitt}.")]
    assert unknown_blanks("{kommun} {påhitt}\n\n{nivåer}\n{påhitt} {lagar}") == ["påhitt", "lagar"]


def test_a_table_of_the_plan_in_which_nothing_stands_is_told_as_a_gap() -> None:
    assert pieces(replace(PLAN, laws=()), "{lagar}") == [Piece(Part.GAP, "Lagar är tom i planen.")]


def test_every_table_and_word_says_something_in_the_sample_plan_and_no_number_of_a_person() -> None:
    text = "\n\n".join(f"{{{name}}}" for name in (*TABLES, *INLINE))
    found = pieces(PLAN, text)
    said = "\n".join(piece.text + "\n".join(" ".join(row) for row in piece.rows) for piece in found)

    assert len(found) == len(TABLES) + len(INLINE)
    assert not [piece for piece in found if piece.part is Part.GAP or piece.text == "–"]
    assert not [person.name for person in PLAN.people if person.mobile and person.mobile in said]


def test_the_chapters_of_each_document_are_numbered_from_one() -> None:
    leading, speaking = chapters_of(PLAN, KRISLEDNING), chapters_of(PLAN, KRISKOMMUNIKATION)

    assert [number for number, _chapter in leading] == list(range(1, 18))
    assert [number for number, _chapter in speaking] == list(range(1, 13))
    assert number_of(PLAN, speaking[0][1]) == 1


@given(st.text(alphabet="ab#|-{}1. \n*nivåer<>", max_size=60))
def test_whatever_is_written_is_shown_and_no_letter_of_it_is_lost(text: str) -> None:
    found = [piece for piece in pieces(PLAN, text) if piece.part is not Part.GAP]
    shown = "".join(piece.text + "".join("".join(row) for row in piece.rows) for piece in found)

    for letter in "ab<>":
        if "{" not in text:
            assert shown.count(letter) == text.count(letter)
