import pytest

from krisapp.domain.faults import Broken, Fault, What, in_words

WALL = 1_812_715_800_000


def test_a_fault_names_the_entry_who_wrote_it_and_when() -> None:
    fault = Fault(What.ALTERED, 34, 0, "KC", WALL, 120)

    assert str(fault) == "Post 34, skriven av KC den 11 juni 2027 kl. 14.10, är ändrad."


def test_a_persons_name_can_be_put_in_place_of_the_id() -> None:
    fault = Fault(What.BODY, 34, 0, "p1", WALL, 120)

    sentence = fault.sentence({"p1": "Vera Lind"}.__getitem__)

    assert sentence == "Innehållet i post 34, skriven av Vera Lind den 11 juni 2027 kl. 14.10, är ändrat."


def test_what_the_program_wrote_by_itself_is_said_to_be_the_programs() -> None:
    assert "skriven av programmet den" in str(Fault(What.LINK, 1, 0, "", WALL, 120))


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (Fault(What.MISSING, 4), "Post 4 saknas."),
        (Fault(What.MISSING, 4, 4), "Post 4 saknas."),
        (Fault(What.MISSING, 4, 6), "Posterna 4–6 saknas."),
        (Fault(What.TAIL, 9, 9), "Journalens sista post, nummer 9, saknas."),
        (Fault(What.TAIL, 8, 9), "Journalens sista poster, nummer 8–9, saknas."),
        (Fault(What.FILE), "Filen är skadad och ingen post går att läsa."),
        (Fault(What.LOST, 6, count=1, console="KC"), "1 post som KC hade skrivit efter sin post nummer 6 saknas."),
        (Fault(What.LOST, 6, count=2, console="KC"), "2 poster som KC hade skrivit efter sin post nummer 6 saknas."),
        (Fault(What.LOST, 0, count=8, console="KC"), "Alla 8 poster från en körning på KC saknas."),
    ],
)
def test_a_fault_is_one_plain_sentence(fault: Fault, sentence: str) -> None:
    assert str(fault) == sentence


@pytest.mark.parametrize("what", What)
def test_every_kind_of_fault_has_a_sentence(what: What) -> None:
    sentence = str(Fault(what, 3, 5, "KC", WALL, 120, 2, "TiB-dator"))

    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize("wall", [1 << 62, -(1 << 62)])
def test_a_time_no_calendar_has_is_said_to_be_unknown(wall: int) -> None:
    assert in_words(wall, 0) == "okänd tid"


def test_a_broken_journal_says_all_that_is_wrong() -> None:
    broken = Broken((Fault(What.MISSING, 4), Fault(What.UNREADABLE, 6)))

    assert str(broken) == "Post 4 saknas. Post 6 är ändrad så att den inte går att läsa."
