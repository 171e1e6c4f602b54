"""The site holds what has been released to the public and nothing else, and changes only when that does."""

import re
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.channels.exercise_marks import FULL
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, Status
from krisapp.domain.situation import FactStated, set_fields
from tests.compose.written import plan
from tests.documents.site.stories import Story, whole

ATOM = "{http://www.w3.org/2005/Atom}"
MAIN = ("index", "lattlast", "english", "fragor", "trygghetspunkter", "press", "arkiv")


def said(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))


def test_the_site_is_whole_before_anything_is_released_and_each_page_says_so() -> None:
    files = Story("001").files()

    assert {f"{name}.html" for name in MAIN} | {"feed.xml"} == set(files)
    assert "Inget besked är publicerat än" in said(files["index.html"].decode())
    assert "no message in English yet" in said(files["english.html"].decode())
    assert "Koka" not in said(files["index.html"].decode())


def test_only_what_has_been_released_is_on_it_and_nothing_to_those_inside() -> None:
    story = Story("001").released(Stage.FIRST, "E1-C01", "I1-C06", "I2-C06", "I2-C01", "E1-C11", "E4-C17")

    texts = {path for path in story.files() if path.startswith("meddelanden/")}

    assert texts == {"meddelanden/E1-C01-1.html"}
    everything = b"".join(story.files().values()).decode()
    assert "meddelarfrihet" not in everything.lower()
    assert "Säg inte" not in everything


def test_x1_no_secret_and_no_hearsay_is_on_any_page() -> None:
    story = whole()
    story.do(
        FactStated(Fact(id="F90", text="Hemligheten om kapten Grönkvist", status=Status.CONFIRMED, secret=True)),
        FactStated(Fact(id="F91", text="Ryktet om grävmaskinen", status=Status.RUMOUR)),
    )
    assert not re.search(b"Gr\xc3\xb6nkvist|gr\xc3\xa4vmaskinen", b"".join(story.files().values()))


def test_the_sheet_may_change_and_the_site_does_not_until_a_text_is_released() -> None:
    story = Story("002").released()
    before = story.files()

    story.do(set_fields(story.incident, {"headline": "Allt är bra", "safe_points": {"Flen": "öppen"}}))

    after = story.files()
    assert {path for path in after if after[path] != before[path]} == {"trygghetspunkter.html"}
    assert "Öppen" not in said(after["trygghetspunkter.html"].decode())


def test_a_trygghetspunkt_has_the_state_a_released_text_has_told() -> None:
    story = Story("002")
    assert said(story.page("trygghetspunkter.html")).count("Inte meddelat") == 5

    story.released(Stage.FIRST, "E1-C01")

    page = said(story.page("trygghetspunkter.html"))
    assert "Bettna skola Öppen" in page
    assert "Stenhammarskolan, Flen Beredd" in page


def test_p43_a_text_that_was_wrong_is_kept_and_marked_and_leads_to_the_right_one() -> None:
    story = whole()

    wrong = said(story.page("meddelanden/E1-C01-2.html"))
    assert "Det här beskedet var fel och har rättats. Läs det som gäller nu" in wrong
    assert 'href="../meddelanden/E1-C01-3.html"' in story.page("meddelanden/E1-C01-2.html")
    assert "Det finns ett nyare besked" in said(story.page("meddelanden/E1-C01-1.html"))
    assert "är återkallat och gäller inte" in said(story.page("meddelanden/E2-C01-3.html"))
    archive = said(story.page("arkiv.html"))
    assert archive.count("Rättat") == 4
    assert archive.count("Återkallat") == 1
    assert "Ersatt" in archive


def test_the_start_page_has_what_the_residents_are_told_now_and_each_place_its_latest() -> None:
    story = whole("002")

    page = story.page()

    told = story.incident.messages["E1-C01.sv"].out
    assert told is not None
    for line in told.text.split("\n"):
        assert line.strip() in said(page).replace("&#39;", "'")
    places = page.partition("för din ort")[2].partition("<h2>")[0]
    named = re.findall(r'<a href="([^"]+)">(\w+)</a>: ', places)
    assert ("meddelanden/E1-C01-3.html", "Bettna") in named
    assert "Flens kommun" not in places


@pytest.mark.parametrize("number", ["001", "002"])
def test_p62_every_page_and_the_feed_say_exercise_first_and_last_and_the_others_never(number: str) -> None:
    for path, content in whole(number, exercise=True).files().items():
        words = said(content.decode().partition("<body>")[2] or content.decode()).split()
        assert " ".join(words).count(FULL) >= 1, path
        if path.endswith(".html"):
            assert words[:3] == FULL.split() == words[-3:], path
            assert "<title>ÖVNING: " in content.decode()
    assert b"\xc3\x96VNING" not in b"".join(whole(number).files().values())


def test_questions_are_those_a_released_text_answers() -> None:
    story = Story("001").released()
    asked = "Kan jag bada i sjön?"
    assert "Frågor och svar" in story.page("fragor.html")
    story.put("E1", "C01", f"Koka vattnet\n\nFrågor och svar\n{asked}\nJa.\nDet går bra.\n\nFlens kommun", Stage.UPDATE)

    page = said(story.page("fragor.html"))

    assert f"{asked} Ja. Det går bra." in page


def test_what_is_released_again_unchanged_changes_nothing_and_a_new_text_only_what_tells_of_it() -> None:
    story = whole()
    before = story.files()
    assert story.files() == before
    story.later(30)
    story.released(Stage.UPDATE, "E5-C08")

    after = story.files()
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {
        "press.html",
        "arkiv.html",
        "index.html",
        "feed.xml",
        "meddelanden/E5-C08-4.html",
        "meddelanden/E5-C08-3.html",
        "meddelanden/E5-C08-2.html",
        "meddelanden/E5-C08-1.html",
    }
    assert set(before) <= set(after)


def test_the_feed_is_atom_with_every_text_dated_and_named_for_good() -> None:
    story = whole()
    feed = ET.fromstring(story.files()["feed.xml"])

    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    dates = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert len(set(ids)) == len(ids) == story.files()["arkiv.html"].decode().count('<li><a href="meddelanden/')
    assert dates == sorted(dates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == dates[0]
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.attrib["href"] in story.files()


def test_links_of_the_feed_are_relative_until_the_plan_says_the_whole_address_of_the_site() -> None:
    base = "{http://www.w3.org/XML/1998/namespace}base"
    story = Story("001").released(Stage.FIRST, "E1-C01")
    assert base not in ET.fromstring(story.files()["feed.xml"]).attrib
    settings = msgspec.structs.replace(plan().settings, website="https://kris.flen.example/nu")
    there = story.files(msgspec.structs.replace(plan(), settings=settings))
    assert ET.fromstring(there["feed.xml"]).attrib[base] == "https://kris.flen.example/nu/"


def test_a_title_of_a_single_word_is_followed_by_what_it_is_about_wherever_it_stands_alone() -> None:
    page = Story("001").released(Stage.CORRECTION, "E1-C18", "E1-C19", "E1-C01").page("arkiv.html")
    titles = re.findall(r'<a href="meddelanden/[^>]*>([^<]*)</a>', page)
    assert titles == [
        "Rättelse om dricksvattnet i Malmköping",
        "Rättelse: Det är fel på kranvattnet i Malmköping.",
        "Correction: There is a problem with the tap water in Malmköping.",
    ]


@pytest.mark.parametrize("story", [Story("001"), whole(), whole("002", exercise=True)], ids=["empty", "001", "002"])
def test_every_link_leads_to_a_file_and_nothing_is_fetched_from_elsewhere(story: Story) -> None:
    files = story.files()
    for path, content in files.items():
        page = content.decode()
        folder = path.rpartition("/")[0]
        for link in re.findall(r'href="([^"#]+)"', page):
            target = f"{folder}/{link}" if folder else link
            while re.search(r"[^/]+/\.\./", target):
                target = re.sub(r"[^/]+/\.\./", "", target, count=1)
            assert target in files, (path, link)
        assert not re.search(r'(?:src|href)="(?:https?:|//)|<script|url\(|@import|\son\w+=|\sstyle=', page), path
        if path.endswith(".html"):
            assert "default-src &#39;none&#39;; style-src &#39;sha256-" in page


SIGNS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(SIGNS, st.lists(SIGNS, max_size=4))
def test_no_text_can_smuggle_anything_into_a_page_or_break_the_feed(title: str, lines: list[str]) -> None:
    story = Story("001")
    hostile = "\n".join(
        ["<script>alert(1)</script>" + title, "", "Rubrik", '"><img src=x onerror=alert(1)>', *lines, "{{ 7*7 }} ]]>"]
    )
    for audience, channel in (("E1", "C01"), ("E1", "C18"), ("E1", "C19"), ("E1", "C20"), ("E5", "C08")):
        story.put(audience, channel, hostile)

    for path, content in story.files().items():
        page = content.decode()
        assert "<script" not in page
        assert "<img src=x" not in page
        if path.startswith("meddelanden/"):
            assert "{{ 7*7 }}" in page
    ET.fromstring(story.files()["feed.xml"])
