"""The sample plan that ships: complete as the policy and the handbook say, and with nobody real in it."""

import re
from collections import Counter

import pytest

from krisapp.domain.plan import Plan
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan

COMPLEMENTS = [
    "Rutiner för intern kommunikation",
    "Rutiner för extern kommunikation",
    "Rutiner för kommunikation i sociala medier",
    "Grafisk profil och varumärkesmanual",
    "Årshjul",
]
TYPES = ["drinking_water", "power_outage", "wildfire", "it_outage", "school_threat", "flooding", "heat", "snow"]
TYPES += ["hazmat", "infection", "disinformation", "telecom_outage", "other"]
TOWNS = ["Flen", "Malmköping", "Hälleforsnäs", "Mellösa", "Sparreholm", "Skebokvarn", "Bettna", "Vadsbro"]
FICTION = re.compile(r"070-174 06 (0[5-9]|[1-9]\d)|08-465 004 \d\d")
NUMBER = re.compile(r"0\d{1,3}-\d[\d ]{4,}\d")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample_plan()


def test_the_plan_has_every_object_of_the_handbook(plan: Plan) -> None:
    assert len(plan.channels) == 25
    assert [channel.id for channel in plan.channels] == [f"C{number:02d}" for number in range(1, 26)]
    assert len(plan.roles) == 30
    assert [level.id for level in plan.levels] == ["N0", "N1", "N2", "N3"]
    assert [kind.id for kind in plan.types] == TYPES
    assert len([law for law in plan.laws if not law.ground]) == 28
    assert [law.reference for law in plan.laws if law.ground][:4] == ["OSL 15:2", "OSL 18:1", "OSL 18:8", "OSL 18:9"]
    assert Counter(chapter.document for chapter in plan.chapters) == {
        "krisledningsplan": 17,
        "kriskommunikationsplan": 12,
    }
    assert all(chapter.text for chapter in plan.chapters)


def test_all_27_checklists_and_292_items_are_there(plan: Plan) -> None:
    lists = [f"K{number:02d}" for number in range(1, 16)] + [f"H{number:02d}" for number in range(1, 13)]
    items = [item for checklist in plan.checklists for item in checklist.items]

    assert [checklist.id for checklist in plan.checklists] == lists
    assert len(items) == len({item.id for item in items}) == 292
    for checklist in plan.checklists:
        assert [item.id for item in checklist.items] == [
            f"{checklist.id}-{number:02d}" for number in range(1, len(checklist.items) + 1)
        ]
    assert all(item.text and item.english and item.role and item.links for item in items)


def test_items_without_a_time_of_their_own_have_none(plan: Plan) -> None:
    untimed = {item.id for checklist in plan.checklists for item in checklist.items if item.offset is None}
    days = {item.id: item.offset for checklist in plan.checklists for item in checklist.items}

    assert untimed == {"K14-11", "H01-13", "H01-14", "H02-13", "H09-10"}
    assert days["K10-11"] == 365 * 24 * 60
    assert days["K08-01"] == -30


def test_each_incident_type_opens_its_own_list(plan: Plan) -> None:
    for kind in plan.types:
        checklist = plan.checklist(kind.checklist)
        assert (checklist.type if checklist else "other") == kind.id


def test_the_levels_open_what_the_handbook_says(plan: Plan) -> None:
    opens = {level.id: level.opens for level in plan.levels}

    assert opens["N0"] == ()
    assert opens["N1"] == ("K01",)
    assert opens["N2"] == tuple(f"K{number:02d}" for number in range(1, 10))
    assert opens["N3"] == (*opens["N2"], "K11")


def test_p3_the_library_has_five_empty_slots_with_the_exact_five_names(plan: Plan) -> None:
    assert [document.name for document in plan.complements] == COMPLEMENTS
    assert all(not (document.version or document.owner or document.valid_from) for document in plan.complements)


def test_p5_the_policy_applies_from_the_first_of_august_2016(plan: Plan) -> None:
    assert plan.settings.policy_valid_from == "2016-08-01"


def test_p11_the_first_hour_pauses_planned_marketing(plan: Plan) -> None:
    checklist = plan.checklist("K03")
    assert checklist is not None
    assert any("Pausa schemalagda inlägg, annonser" in item.text for item in checklist.items)


def test_p18_p19_the_internal_audiences_hold_municipality_and_companies(plan: Plan) -> None:
    groups = {audience.id: " ".join(audience.groups) for audience in plan.audiences}
    for internal in ("I1", "I2"):
        assert "i kommunen" in groups[internal]
        assert "i kommunens bolag" in groups[internal]


def test_p27_p61_there_are_exactly_the_policys_eight_audiences_in_its_order(plan: Plan) -> None:
    assert [(audience.id, audience.rank) for audience in plan.audiences] == [
        (id, rank) for rank, id in enumerate(("I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6"), 1)
    ]
    assert [audience.internal for audience in plan.audiences] == [True] * 2 + [False] * 6


def test_p35_every_channel_has_owner_address_and_the_date_it_was_verified(plan: Plan) -> None:
    roles = {role.id for role in plan.roles}
    for channel in plan.channels:
        assert channel.owner in roles
        assert channel.address
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", channel.verified)
    assert plan.usable_channels() == plan.channels


def test_p53_only_the_chief_executive_and_the_head_of_communication_approve(plan: Plan) -> None:
    assert [role.id for role in plan.roles if role.may_approve] == ["KC", "KOM"]


def test_p65_the_communication_strategist_is_deputy_to_the_head_of_communication(plan: Plan) -> None:
    deputies = [plan.person(holder.person) for holder in plan.holders if holder.role == "KOM" and holder.rank > 1]
    role = plan.role("KOM")

    assert "Kommunikationsstrateg" in {person.function for person in deputies if person}
    assert role is not None
    assert "kommunikationsstrategen" in role.tasks


def test_the_matrix_has_the_cells_of_the_handbook_with_their_notes(plan: Plan) -> None:
    needs = Counter(cell.need for cell in plan.matrix)
    notes = {f"{cell.audience}-{cell.channel}": cell.note for cell in plan.matrix if cell.note}

    assert needs == {"M": 24, "B": 31, "K": 21, "D": 2}
    assert set(notes) == {"E1-C12", "E1-C14", "E3-C14", "E1-C18", "E1-C21", "I2-C23"}


def test_every_role_has_as_many_holders_as_wanted_and_mandatory_ones_at_least_two(plan: Plan) -> None:
    held = Counter(holder.role for holder in plan.holders)
    for role in plan.roles:
        assert held[role.id] > role.deputies_wanted, role.id
        if role.manned in ("ja", "alltid"):
            assert held[role.id] >= 2, role.id


def test_no_person_or_number_in_the_plan_is_real(plan: Plan) -> None:
    for person in plan.people:
        for number in filter(None, (person.mobile, person.phone)):
            assert FICTION.fullmatch(number), person.id
        assert person.email.endswith("@example.se")
    mobiles = [person.mobile for person in plan.people if person.mobile]
    assert len(mobiles) == len(set(mobiles))


@pytest.mark.parametrize("folder", ["resources", "templates"])
def test_every_number_in_the_shipped_files_belongs_to_nobody(folder: str) -> None:
    for path in resource(folder).rglob("*"):
        if path.suffix in (".yaml", ".j2"):
            for number in NUMBER.findall(path.read_text("utf-8")):
                assert FICTION.match(number), f"{path.name}: {number}"


def test_places_have_their_right_preposition(plan: Plan) -> None:
    phrases = {place.id: place.phrase for place in plan.places}

    assert [place.id for place in plan.places if place.kind == "town"] == TOWNS
    assert sum(place.kind == "parish" for place in plan.places) == 11
    assert phrases["Malmköping"] == "i Malmköping"
    assert phrases["Båven"] == "vid Båven"
    assert phrases["Harpsund"] == "på Harpsund"
    assert phrases["Orrhammars fritidsområde"] == "i Orrhammars fritidsområde"
    assert phrases["Sparreholms skola"] == "på Sparreholms skola"
    assert all(place.phrase.split()[0] in ("i", "på", "vid") for place in plan.places)
    assert all(place.explained for place in plan.places if place.kind in ("town", "parish", "district", "area"))


def test_each_of_the_eight_places_has_a_notice_board_and_five_have_a_safe_point(plan: Plan) -> None:
    assert {board.place for board in plan.notice_boards} == set(TOWNS)
    assert [point.place for point in plan.safe_points] == ["Flen", "Malmköping", "Hälleforsnäs", "Sparreholm", "Bettna"]


def test_the_plan_speaks_plain_text(plan: Plan) -> None:
    """No markup reaches a screen or a printer through the plan's own words."""
    words = [chapter.text for chapter in plan.chapters] + [law.about for law in plan.laws]
    assert not [word for word in words if re.search(r"[<>`*]|\[(V|GK|PROP|SEED)", word)]
