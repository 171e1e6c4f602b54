"""Every channel gives a text its form by form alone (6.2), and the mark of an exercise (P62)."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.channels import CHANNELS, Channel, channel, fit, hand_copy
from krisapp.channels.subject import body_of, shortened, subject_of
from krisapp.domain.checks import Context, Stage
from krisapp.domain.language.lix import words
from krisapp.domain.language.sms import sms_size
from tests.domain.language.golden import EASY_A, EXERCISE_SMS, SMS_A, WEB_A

ISSUED = datetime.fromisoformat("2027-06-11T14:30+02:00")


def context_for(known: Channel, *, exercise: bool = False) -> Context:
    return Context(
        audience="E1",
        channel=known.code,
        stage=Stage.FIRST,
        exercise=exercise,
        issued=ISSUED,
        language=known.language,
        incident="Dricksvatten Malmköping",
    )


every_channel = pytest.mark.parametrize("known", CHANNELS, ids=lambda known: known.code)


def test_the_channels_are_those_of_the_handbook_in_order() -> None:
    assert [known.code for known in CHANNELS] == [f"C{number:02}" for number in range(1, len(CHANNELS) + 1)]
    assert channel("C05").name == "Sms"


@every_channel
def test_p62_an_exercise_is_marked_first_and_last(known: Channel) -> None:
    text = known.form("Ämne: Prov\nFlens kommun: Koka vattnet.\n\nTack.", context_for(known, exercise=True))
    lines = text.split("\n")

    assert "ÖVNING" in lines[0]
    assert lines[-1].endswith("ÖVNING") or "ÖVNING ÖVNING ÖVNING" in lines[-1]
    if known.language == "en":
        assert "EXERCISE" in lines[0]
        assert "EXERCISE" in lines[-1]


@every_channel
def test_p62_a_real_incident_is_never_marked(known: Channel) -> None:
    assert "ÖVNING" not in known.form("Flens kommun: Koka vattnet.", context_for(known))


@pytest.mark.parametrize("exercise", [False, True])
@every_channel
def test_a_text_formed_twice_is_formed_once(known: Channel, exercise: bool) -> None:
    context = context_for(known, exercise=exercise)
    once = known.form(f"Ämne: Prov\n\n\n{WEB_A}\n~Extra.\n\n", context)

    assert known.form(once, context) == once


@every_channel
@given(text=st.text(alphabet=st.sampled_from("aö .,~\n\t–k15:°ÖVNING"), max_size=200), exercise=st.booleans())
def test_no_text_breaks_a_form(known: Channel, text: str, exercise: bool) -> None:
    shaped = known.shape(text, context_for(known, exercise=exercise))

    assert not shaped.text.startswith("\n")
    assert "\n\n\n" not in shaped.text


@every_channel
def test_empty_blanks_leave_no_hole(known: Channel) -> None:
    text = known.form("\n\nKoka vattnet.\n\n\n \nTack.\n\n", context_for(known))

    assert text in ("Koka vattnet.\n\nTack.", "Koka vattnet. Tack.")


def test_the_golden_texts_keep_their_form() -> None:
    web, easy, sms = channel("C01"), channel("C18"), channel("C05")

    assert web.form(WEB_A, context_for(web)) == WEB_A
    assert easy.form(EASY_A, context_for(easy)) == EASY_A
    assert sms.form(SMS_A, context_for(sms)) == SMS_A


def test_a_text_message_is_one_line_in_the_small_alphabet() -> None:
    sms = channel("C05")

    text = sms.form("Flens kommun: Öppet kl. 8–16.\n\nRing  15\u202f300.", context_for(sms))

    assert text == "Flens kommun: Öppet kl. 8-16. Ring 15 300."


def test_p62_a_text_message_has_the_short_mark_of_the_handbook() -> None:
    sms = channel("C05")

    text = sms.form("Flens kommun: Koka kranvattnet i Malmköping.", context_for(sms, exercise=True))

    assert text == EXERCISE_SMS


def test_optional_lines_of_a_text_message_go_until_it_is_one_part_with_its_mark() -> None:
    sms = channel("C05")
    lines = [
        "Flens kommun: Koka kranvattnet i Malmköping innan du dricker eller lagar mat.",
        "~Det kan finnas bakterier i vattnet.",
        "Nytt besked kl. 18.",
        "~Lyssna på P4 Sörmland.",
    ]

    real = sms.shape("\n".join(lines), context_for(sms))
    drill = sms.shape("\n".join(lines), context_for(sms, exercise=True))

    assert real.text == SMS_A
    assert real.dropped == ()
    assert sms_size(drill.text).parts == 1
    assert drill.dropped == (3,)
    assert "~" not in drill.text


def test_a_run_of_optional_lines_never_loses_its_middle() -> None:
    kept, dropped = fit(["a", "~bbbb", "~cccccccc", "~d", "e", "~f"], lambda lines: len("".join(lines)) <= 8)

    assert kept == ["a", "bbbb", "e", "f"]
    assert dropped == (2, 3)


def test_a_line_that_is_kept_last_gives_way_to_any_other() -> None:
    def room(lines: Sequence[str]) -> bool:
        return len("".join(lines)) <= 6

    assert fit(["a", "~~bbb", "c", "~dd", "e"], room) == (["a", "c", "dd", "e"], (1,))
    assert fit(["a", "~~bb", "c", "~dddd", "e"], room) == (["a", "bb", "c", "e"], (3,))
    assert fit(["a", "~~b", "c"], room) == (["a", "b", "c"], ())


def test_required_lines_stay_even_where_they_break_the_limit() -> None:
    sms = channel("C05")

    shaped = sms.shape("Flens kommun: " + "mycket långt " * 20 + "\n~mer", context_for(sms))

    assert shaped.dropped == (1,)
    assert sms_size(shaped.text).parts == 2


@pytest.mark.parametrize("code", ["C10", "C12", "C15", "C18", "C19", "C22"])
def test_short_channels_hold_their_words(code: str) -> None:
    known = channel(code)
    text = "Koka vattnet.\n" + "~Vi svarar på frågor hela dagen.\n" * 60

    assert len(words(known.form(text, context_for(known, exercise=True)))) <= known.limits.words


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Nytt besked kl. 18.00.", "Nytt besked klockan 18."),
        ("Öppet kl. 8–16 i dag.", "Öppet klockan 8 till 16 i dag."),
        ("Öppet kl. 08.30-16.00.", "Öppet klockan 8.30 till 16."),
        ("Kl. 11.30 talar vi.", "Klockan 11.30 talar vi."),
        ("Det är 30 °C och 25 % av husen.", "Det är 30 grader och 25 procent av husen."),
    ],
)
def test_what_is_read_aloud_is_speakable(written: str, spoken: str) -> None:
    for code in ("C10", "C15"):
        assert channel(code).form(written, context_for(channel(code))) == spoken


def test_an_email_begins_with_a_marked_subject() -> None:
    email = channel("C07")
    source = "Ämne: Koka vattnet i Malmköping\nHej!\nKoka."

    real = email.form(source, context_for(email))
    drill = email.form(source, context_for(email, exercise=True))

    assert real == "Ämne: [KRIS] Koka vattnet i Malmköping\n\nHej!\nKoka."
    assert subject_of(drill) == "ÖVNING Koka vattnet i Malmköping"
    assert body_of(drill).startswith("ÖVNING ÖVNING ÖVNING Dricksvatten Malmköping\n")
    assert body_of(drill).endswith("\nÖVNING ÖVNING ÖVNING")


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (
            "Koka kranvattnet i Malmköping innan du dricker det eller lagar mat med det.",
            "Koka kranvattnet i Malmköping innan du dricker det",
        ),
        (
            "Elen är borta i Bettna och Vadsbro. Det är varmt och öppet i Bettna skola.",
            "Elen är borta i Bettna och Vadsbro",
        ),
        ("Gå inomhus i Flen och stäng fönster, dörrar och ventiler.", "Gå inomhus i Flen"),
        ("Vatten har runnit in i källare i Hälleforsnäs och Mellösa.", "Vatten har runnit in i källare"),
        (
            "Elen är borta i Flen, Malmköping och Bettna sedan i morse klockan fem.",
            "Elen är borta i Flen, Malmköping och Bettna",
        ),
        ("Kort nog.", "Kort nog"),
        ("Ett " + "mycket " * 20, "Ett mycket mycket mycket mycket mycket mycket mycket"),
        ("x" * 90, "x" * 53),
    ],
)
def test_a_long_subject_is_shortened_where_the_words_still_are_whole(long: str, short: str) -> None:
    assert shortened(long, 53) == short


def test_easy_swedish_has_one_sentence_a_line_and_short_lines() -> None:
    easy = channel("C18")

    text = easy.form(
        "Koka vattnet. Drick det sedan.\n"
        "Vi vet att det är svårt för dig som bor i Malmköping, och vi arbetar för att det ska bli bra igen.",
        context_for(easy),
    )

    assert text.split("\n") == [
        "Koka vattnet.",
        "Drick det sedan.",
        "Vi vet att det är svårt för dig som bor i Malmköping,",
        "och vi arbetar för att det ska bli bra igen.",
    ]


def test_the_hand_copy_is_forty_words_and_keeps_heading_promise_and_sender() -> None:
    notice = (
        "Elen är borta i Bettna och Vadsbro\n\nGå till Bettna skola om det blir kallt hemma. Där finns värme, mat och "
        "laddning.\nFyll kärl med dricksvatten redan nu.\nTitta till dina grannar.\nSpara på batteriet i mobilen.\n"
        "Grilla inte inomhus.\nRing 112 om någon är i fara.\n\nNästa anslag kl. 20.00.\nFlens kommun"
    )

    copy = hand_copy(notice)

    assert len(words(copy)) <= 40
    assert copy.startswith("Elen är borta i Bettna och Vadsbro\nGå till Bettna skola")
    assert copy.endswith("Nästa anslag kl. 20.00.\nFlens kommun")


def test_the_hand_copy_keeps_what_a_colon_introduces() -> None:
    notice = f"Koka vattnet\n{'Koka allt vatten länge. ' * 12}\nNästa besked: fredag 11 juni kl. 18.00.\nFlens kommun"

    assert "Nästa besked: fredag 11 juni kl. 18.00.\nFlens kommun" in hand_copy(notice)


def test_p62_the_hand_copy_of_an_exercise_keeps_its_marks() -> None:
    notice = channel("C12")
    text = notice.form("Koka vattnet\nFlens kommun", context_for(notice, exercise=True))

    assert hand_copy(text).startswith("ÖVNING ÖVNING ÖVNING\n")
    assert hand_copy(text).endswith("\nÖVNING ÖVNING ÖVNING")
