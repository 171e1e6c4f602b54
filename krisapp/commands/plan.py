"""The command plan: show the plan, carry it out and in as a package, compare it with one, and list its versions."""

import argparse
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from krisapp.commands.answers import NO, YES, say
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.folders import data_folder

if TYPE_CHECKING:
    from krisapp.domain.plan import Plan
    from krisapp.domain.planning.plan_difference import Difference
    from krisapp.store.plan.plan_package import Package
    from krisapp.store.plan.plan_store import PlanStore
    from krisapp.store.plan.plan_versions import Version


def add_plan(plan: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    commands = plan.add_subparsers(required=True, metavar=_("KOMMANDO"))
    out = commands.add_parser("export", help=_("skriv hela planen till en mapp eller en zip-fil"))
    out.add_argument("target", type=Path, metavar="PATH", help=_("mappen eller zip-filen"))
    out.add_argument("--version", metavar="NAME", help=_("en antagen version i stället för planen som den är nu"))
    forms = _("package är hela planen för en annan Krisapp, csv och json är tabeller för andra program")
    out.add_argument("--format", choices=["package", "csv", "json"], default="package", help=forms)
    why = _("ta med privata nummer och adresser i csv och json, och skriv skälet i planens historik")
    out.add_argument("--private", metavar="REASON", default="", help=why)
    out.set_defaults(command=_export)
    into = commands.add_parser("import", help=_("läs in en plan från en mapp eller en zip-fil"))
    into.add_argument("source", type=Path, metavar="PATH", help=_("mappen eller zip-filen"))
    into.add_argument("--only", metavar="KINDS", help=_("bara de här slagen, med komma emellan: roll,kanal"))
    into.set_defaults(command=_import)
    compare = commands.add_parser("compare", help=_("säg vad en mapp eller zip-fil har som planen inte har"))
    compare.add_argument("source", type=Path, metavar="PATH", help=_("mappen eller zip-filen"))
    compare.set_defaults(command=_compare)
    versions = commands.add_parser("versions", help=_("lista planens antagna versioner"))
    versions.set_defaults(command=_versions)
    show = commands.add_parser("show", help=_("visa planen, eller en del av den"))
    show.add_argument("part", nargs="?", metavar="PART", help=_("till exempel roles, people eller K01"))
    show.set_defaults(command=_show)


def plan_here() -> "Plan":
    """Return the workplace's plan, or the one that ships with the program where there is no workplace yet."""
    path = data_folder() / "plan.db"
    if path.is_file():
        from krisapp.store.plan.plan_store import PlanStore

        with closing(PlanStore.open(path)) as store:
            return store.plan()
    from krisapp.store.sample import sample_plan

    return sample_plan()


def _store() -> "PlanStore":
    """Return the workplace's plan to be changed; it is made if there is none."""
    from krisapp.store.plan.plan_store import PlanStore

    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return PlanStore.open(folder / "plan.db")


def _read(source: Path) -> "Package":
    from krisapp.compose.package_checking import refuse_templates
    from krisapp.store.plan.plan_package import open_package

    package = open_package(source)
    refuse_templates(package.plan)
    return package


def _export(chosen: argparse.Namespace) -> int:
    from krisapp.store.plan.plan_package import export_plan

    if chosen.format != "package":
        return _export_tables(chosen)
    if chosen.version is None:
        export_plan(plan_here(), chosen.target)
    else:
        with closing(_store()) as store:
            export_plan(store.plan_of(_named(store, chosen.version)), chosen.target, adopted=True)
    say(_("Planen ligger i {target}.").format(target=chosen.target))
    return YES


def _export_tables(chosen: argparse.Namespace) -> int:
    """Write the plan's tables for other programs; what is private leaves only when its reason stands in the history."""
    from krisapp.exporting import export_plan_tables

    plan = plan_here()
    if chosen.version is not None or chosen.private:
        from krisapp.store.plan.plan_editing import PlanEditing

        with closing(_store()) as store:
            if chosen.version is not None:
                plan = store.plan_of(_named(store, chosen.version))
            if chosen.private:
                editing = PlanEditing(store, _("kommandot"), lambda: datetime.now().astimezone())
                editing.note_export(chosen.target.name, chosen.private)
    export_plan_tables(plan, chosen.format, chosen.target, private=bool(chosen.private))
    say(_("Planens tabeller ligger i {target}.").format(target=chosen.target))
    return YES


def _import(chosen: argparse.Namespace) -> int:
    from krisapp.domain.planning.plan_difference import differences
    from krisapp.store.plan.plan_editing import PlanEditing

    package = _read(chosen.source)
    with closing(_store()) as store:
        editing = PlanEditing(store, _("kommandot"), lambda: datetime.now().astimezone())
        if chosen.only is None:
            editing.replace_plan(package.plan, adopted=package.adopted)
            say(_("Planen {version} är inläst.").format(version=package.plan.version))
            return YES
        found = _of_kinds(differences(store.plan(), package.plan), chosen.only)
        if found:
            editing.take_parts(package.plan, found)
    _tell(found)
    return YES


def _compare(chosen: argparse.Namespace) -> int:
    from krisapp.domain.planning.plan_difference import differences

    found = differences(plan_here(), _read(chosen.source).plan)
    _tell(found)
    return NO if found else YES


def _versions(_chosen: argparse.Namespace) -> int:
    with closing(_store()) as store:
        for version in store.versions():
            words = _("{name}: antagen {date}, {decision}, ses över senast {review}")
            say(
                words.format(
                    name=version.name, date=version.adopted, decision=version.decision, review=version.review_due
                )
            )
    return YES


def _show(chosen: argparse.Namespace) -> int:
    from krisapp.store.plan.plan_showing import show_plan

    say(show_plan(plan_here(), chosen.part))
    return YES


def _tell(found: "list[Difference]") -> None:
    from krisapp.store.plan.plan_showing import difference_words

    for one in found:
        say(difference_words(one))
    say(ngettext("{count} skillnad.", "{count} skillnader.", len(found)).format(count=len(found)))


def _of_kinds(found: "list[Difference]", kinds: str) -> "list[Difference]":
    from krisapp.store.plan.plan_showing import TABLE_NAMES

    known = {_(name).casefold(): table for table, name in TABLE_NAMES.items()}
    wanted = [kind.strip().casefold() for kind in kinds.split(",")]
    for kind in wanted:
        if kind not in known:
            raise Refused(N_("{kind} är inget slag. Välj bland {known}."), kind=kind or "–", known=", ".join(known))
    return [one for one in found if one.table in {known[kind] for kind in wanted}]


def _named(store: "PlanStore", name: str) -> "Version":
    versions = store.versions()
    found = next((version for version in versions if version.name == name), None)
    if found is None:
        known = ", ".join(version.name for version in versions) or "–"
        raise Refused(N_("Versionen {name} finns inte. Välj bland {known}."), name=name, known=known)
    return found
