"""A letterhead is a file nobody trusts: what is wrong with it is said in words, and what is hostile does nothing."""

import io
import zipfile

import pytest

from krisapp.documents.letterhead import BLANKS, filled, refuse_unsafe
from krisapp.documents.letterhead_sample import sample_letterhead
from krisapp.domain.profile import Dress, Headings
from krisapp.domain.words import Refused
from tests.documents.letterheads import changed, repacked, with_paragraphs

DRESS = Dress(("Flens kommun",), "#1d4f72", "#8a1c1c", Headings.CALM, "", "")
GOOD = with_paragraphs("{{ rubrik }}", "{{ innehåll }}")
LINK = '<Relationship Id="rId99" Type="{type}" Target="{target}" TargetMode="External"/></Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def linked(kind: str, target: str) -> bytes:
    link = LINK.format(type=OFFICE + kind, target=target)
    return changed(GOOD, "word/_rels/document.xml.rels", "</Relationships>", link)


def in_body(xml: str) -> bytes:
    return changed(GOOD, "word/document.xml", "<w:sectPr", f"{xml}<w:sectPr")


def said(xml: str) -> bytes:
    return in_body(f"<w:p><w:r><w:t>{xml}</w:t></w:r></w:p>")


def test_the_sample_and_a_plain_letterhead_are_good() -> None:
    refuse_unsafe(sample_letterhead(DRESS))
    refuse_unsafe(GOOD)
    refuse_unsafe(linked("hyperlink", "https://www.exempel.se"))


def test_every_blank_is_filled_in_as_text_and_never_again() -> None:
    every = with_paragraphs(*(f"{{{{ {name} }}}}" for name in BLANKS))

    document = filled(every, dict.fromkeys(BLANKS, "<b>{{ kommun }} & {% x %}"))

    assert [one.text for one in document.paragraphs[:-1]] == ["<b>{{ kommun }} & {% x %}"] * (len(BLANKS) - 1)


def test_a_blank_word_has_split_in_pieces_is_still_one() -> None:
    split = in_body("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ ru</w:t></w:r><w:r><w:t>brik }}</w:t></w:r></w:p>")

    assert "Protokoll" in [one.text for one in filled(split, {"rubrik": "Protokoll"}).paragraphs]


@pytest.mark.parametrize(
    ("letterhead", "words"),
    [
        (b"", "inget Word-dokument"),
        (b"%PDF-1.7", "inget Word-dokument"),
        (b"PK\x03\x04" + b"\0" * 40, "inget Word-dokument"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "lösenord"),
        (b"PK" + b"\0" * 5_000_001, "för stor"),
        (repacked(GOOD, **{"word__document.xml": None}), "inget Word-dokument"),
        (with_paragraphs("Flens kommun"), "saknar {{ innehåll }}"),
        (with_paragraphs("Här: {{ innehåll }}"), "ensamt"),
        (with_paragraphs("{{ innehåll }}", "{{ rubriken }}"), "{{ rubriken }}, som inte finns"),
        (repacked(GOOD, word__vbaProject=b"x"), "program"),
        (repacked(GOOD, **{"word__embeddings__oleObject1.bin": b"x"}), "program"),
        (changed(GOOD, "[Content_Types].xml", "document.main+xml", "template.main+xml"), "Word-mall"),
        (linked("attachedTemplate", "file:///server/mall.dotm"), "hämtar något utifrån"),
        (linked("image", "http://198.51.100.1/x.png"), "hämtar något utifrån"),
        (linked("hyperlink", "file:///etc/passwd"), "hämtar något utifrån"),
        (linked("hyperlink", "javascript:x"), "hämtar något utifrån"),
        (in_body('<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;c:\\x&quot;"/></w:p>'), "fält som hämtar"),
        (in_body("<w:p><w:r><w:instrText>DDEAUTO c:\\x</w:instrText></w:r></w:p>"), "fält som hämtar"),
        (in_body("<w:p><w:r>"), "skadad"),
    ],
)
def test_what_is_no_letterhead_or_is_not_safe_is_refused_in_words(letterhead: bytes, words: str) -> None:
    with pytest.raises(Refused) as no:
        filled(letterhead, {})

    assert words in str(no.value)


@pytest.mark.parametrize(
    "blank",
    [
        "{{ rubrik.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ rubrik|attr('x') }}",
        "{% for x in range(9999999) %}x{% endfor %}",
        "{%p if kommun %}",
        "{{r rubrik }}",
        "{# {{ rubrik }} #}",
        "&#123;&#123; 7*7 &#125;&#125;",
        "{{ self }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{",
    ],
)
def test_no_sign_of_a_template_but_the_blanks_is_ever_run(blank: str) -> None:
    with pytest.raises(Refused, match="som inte finns"):
        filled(said(blank), {"rubrik": "x"})


def test_a_blank_hidden_in_an_attribute_is_refused() -> None:
    with pytest.raises(Refused, match="som inte finns"):
        filled(in_body('<w:p><w:pPr><w:pStyle w:val="{{ 7*7 }}"/></w:pPr></w:p>'), {})


@pytest.mark.parametrize("name", ["sidhuvud.XML", "sidhuvud", "sidhuvud.svg", "media/bild.png"])
def test_a_part_is_looked_through_whatever_it_is_called(name: str) -> None:
    fetches = b'<w:hdr xmlns:w="x"><w:p><w:r><w:instrText>INCLUDEPICTURE "x"</w:instrText></w:r></w:p></w:hdr>'
    for start in (b"", b"\xef\xbb\xbf", b"\n"):
        with pytest.raises(Refused, match="fält som hämtar"):
            refuse_unsafe(repacked(GOOD, **{f"word__{name.replace('/', '__')}": start + fetches}))
    inside = LINK.format(type=OFFICE + "aFChunk", target="text.rtf").replace(' TargetMode="External"', "")
    with pytest.raises(Refused, match="inbäddade filer"):
        refuse_unsafe(changed(GOOD, "word/_rels/document.xml.rels", "</Relationships>", inside))


def test_a_drawing_is_let_in_as_the_program_that_drew_it_wrote_it() -> None:
    drawing = b'<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'
    refuse_unsafe(repacked(GOOD, **{"word__media__image1.svg": drawing}))


def test_entities_and_a_file_that_swells_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'
    with pytest.raises(Refused, match="inget Word-dokument"):
        refuse_unsafe(repacked(GOOD, **{"word__comments.xml": bomb}))
    swells = io.BytesIO()
    with zipfile.ZipFile(swells, "w", zipfile.ZIP_DEFLATED) as write:
        write.writestr("word/document.xml", b"\0" * 60_000_000)
    with pytest.raises(Refused, match="packas upp"):
        refuse_unsafe(swells.getvalue())
