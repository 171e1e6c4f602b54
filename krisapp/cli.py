"""The commands without a screen: generate, check, verify, export, backup, bag, plan.

Every command exits 0, 1 (the answer is no) or 2 (it could not be asked), and says on standard error in one sentence
what is wrong and how to mend it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from krisapp import __version__
from krisapp.commands.answers import CANNOT_ASK, NO, YES, say
from krisapp.commands.backup import add_backup
from krisapp.commands.bag import add_bag
from krisapp.commands.cap import add_cap
from krisapp.commands.export import add_export
from krisapp.commands.plan import add_plan, plan_here
from krisapp.commands.unlocking import open_locked_files
from krisapp.compose.template_fault import TemplateFault
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.words import N_, Refused, _, ngettext, speak
from krisapp.folders import chosen_language
from krisapp.store.bad_input import BadInput
from krisapp.store.translations import catalogue
from krisapp.store.trouble import Trouble

NAMES = {Severity.STOP: N_("stopp"), Severity.WARNING: N_("varning"), Severity.TIP: N_("tips")}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, in the language chosen in the window."""

    def error(self, message: str) -> NoReturn:
        """Exit 2 with how to mend it."""
        self.exit(CANNOT_ASK, _("{message}. Se {program} --help.").format(message=message, program=self.prog) + "\n")


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    speak(catalogue(chosen_language()))
    open_locked_files()
    chosen = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = chosen.command
    try:
        return command(chosen)
    except (BadInput, Trouble, Refused, TemplateFault) as wrong:
        return _cannot(str(wrong))
    except OSError as error:
        return _cannot(
            _("{file}: {reason}. Kontrollera sökväg och rättigheter.").format(
                file=error.filename or "", reason=error.strerror or error
            )
        )


def _cannot(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return CANNOT_ASK


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="krisapp", description=_("Kriskommunikation utan nät. Utan kommando öppnas fönstret."))
    parser.add_argument("--version", action="version", version=f"krisapp {__version__}")
    commands = parser.add_subparsers(required=True, metavar=_("KOMMANDO"), parser_class=_Parser)

    generate = commands.add_parser("generate", help=_("gör alla budskap av en faktafil"))
    generate.add_argument("facts", type=Path, metavar="FACTS.yaml", help=_("faktafilen"))
    generate.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("mappen som texterna läggs i"))
    generate.add_argument("--exercise", action="store_true", help=_("märk allt som övning"))
    stages = [stage.value for stage in Stage]
    generate.add_argument("--stage", choices=stages, default=Stage.FIRST.value, help=_("skede, first om inget sägs"))
    generate.add_argument(
        "--ask",
        action="append",
        default=[],
        metavar="CHANNEL",
        choices=["C14", "C21", "C23"],
        help=_("ta med en kanal som händelsen inte kräver: C14 (begäran om VMA), C21 eller C23"),
    )
    generate.add_argument(
        "--formats",
        default="txt",
        metavar="txt,html,pdf,…",
        help=_("formaten, med komma emellan: txt, html, pdf, docx, poster, cap, site; txt skrivs alltid"),
    )
    generate.set_defaults(command=_generate)

    check = commands.add_parser("check", help=_("granska en text, eller om alla texter i en mapp säger samma sak"))
    check.add_argument("file", type=Path, metavar="FILE|DIR", help=_("textfilen, eller mappen från generate"))
    check.add_argument("--channel", metavar="CHANNEL", help=_("textfilens kanal, till exempel C05"))
    check.add_argument("--facts", type=Path, metavar="FACTS.yaml", help=_("faktafil att granska mot"))
    check.add_argument("--audience", default="E1", metavar="AUDIENCE", help=_("målgruppens kod, E1 om inget sägs"))
    check.add_argument("--stage", choices=stages, default=Stage.FIRST.value, help=_("skede, first om inget sägs"))
    check.add_argument("--exercise", action="store_true", help=_("texten är en övningstext"))
    check.add_argument("--json", action="store_true", help=_("skriv mappens motsägelser som JSON"))
    check.set_defaults(command=_check)

    verify = commands.add_parser("verify", help=_("kontrollera en händelses journal"))
    verify.add_argument("incident", type=Path, metavar="INCIDENT.krisapp", help=_("händelsefilen"))
    verify.add_argument("--code", metavar="CODE", help=_("kontrollkoden på ett papper: gäller den fortfarande?"))
    verify.set_defaults(command=_verify)

    add_export(commands.add_parser("export", help=_("skriv ut en händelse i ett öppet format")))

    add_backup(
        commands.add_parser("backup", help=_("ta en säkerhetskopia av allt i en annan mapp, läst tillbaka")),
        commands.add_parser("restore", help=_("hämta hem en säkerhetskopia till en ny dator")),
    )
    add_bag(commands.add_parser("bag", help=_("packa väskan på usb: plan, händelser, pärm och blanketter")))

    add_cap(commands.add_parser("cap", help=_("läs varningar i CAP som andra har gett ut")))

    add_plan(commands.add_parser("plan", help=_("krisplanen: visa, jämför, exportera, importera")))
    return parser


def _generate(chosen: argparse.Namespace) -> int:
    from krisapp.generate import generate
    from krisapp.store.facts_file import read_facts

    plan = plan_here()
    sheet = read_facts(chosen.facts, plan)
    index = generate(
        sheet,
        plan,
        chosen.out,
        Stage(chosen.stage),
        exercise=chosen.exercise or sheet.id.startswith("OVN-"),
        now=datetime.now().astimezone(),
        asked=frozenset(chosen.ask),
        formats=tuple(name.strip() for name in chosen.formats.split(",") if name.strip()),
    )
    say(_("{count} texter i {folder}.").format(count=len(index["messages"]), folder=chosen.out))
    for entry in index["messages"]:
        for name, reason in entry["left_out"].items():
            sys.stderr.write(f"{entry['file']}, {name}: {reason}\n")
    stopped: dict[str, list[str]] = {}
    for entry in index["messages"]:
        reasons = [finding["text"] for finding in entry["findings"] if finding["severity"] == Severity.STOP]
        for reason in dict.fromkeys(reasons):
            stopped.setdefault(reason, []).append(entry["file"])
    for reason, files in stopped.items():
        sentence = ngettext(
            "{first} kan inte godkännas: {reason}", "{count} texter kan inte godkännas: {reason}", len(files)
        )
        sys.stderr.write(sentence.format(first=files[0], count=len(files), reason=reason) + "\n")
    return YES


def _check(chosen: argparse.Namespace) -> int:
    from krisapp import channels
    from krisapp.compose.writing import context_for
    from krisapp.generate import issued_at
    from krisapp.store.facts_file import read_facts
    from krisapp.store.yaml_reading import decode_text, read_bytes

    if chosen.file.is_dir() or chosen.channel is None:
        return _check_folder(chosen)
    if chosen.channel not in {channel.code for channel in channels.CHANNELS}:
        known = ", ".join(channel.code for channel in channels.CHANNELS)
        return _cannot(_("Kanalen {code} finns inte. Välj en av {known}.").format(code=chosen.channel, known=known))
    plan = plan_here()
    sheet = read_facts(chosen.facts, plan) if chosen.facts else None
    text = decode_text(read_bytes(chosen.file), chosen.file).replace("\r\n", "\n")
    now = datetime.now().astimezone()
    context = context_for(
        plan,
        chosen.audience,
        chosen.channel,
        Stage(chosen.stage),
        exercise=chosen.exercise,
        issued=issued_at(sheet, now) if sheet else now,
    )
    findings = channels.check_text(text, sheet, context)
    for finding in findings:
        line = text.count("\n", 0, finding.span[0]) + 1
        hint = f" {finding.suggestion}" if finding.suggestion else ""
        say(f"{chosen.file.name}, {_('rad')} {line}: {finding.rule} {_(NAMES[finding.severity])}: {finding.text}{hint}")
    return NO if any(finding.severity is Severity.STOP for finding in findings) else YES


def _check_folder(chosen: argparse.Namespace) -> int:
    from krisapp.domain.consistency.comparison import compare
    from krisapp.domain.consistency.words import as_json, sentence
    from krisapp.generate import read_set
    from krisapp.store.facts_file import read_facts

    if chosen.file.is_file():
        return _cannot(_("Säg vilken kanal texten är för med --channel, till exempel --channel C05."))
    if chosen.facts is None:
        return _cannot(_("Säg vilken faktafil texterna ska jämföras med: --facts FACTS.yaml."))
    plan = plan_here()
    sheet = read_facts(chosen.facts, plan)
    texts = read_set(chosen.file, sheet, plan, now=datetime.now().astimezone())
    found = compare(texts, sheet, plan)
    if chosen.json:
        say(as_json(found))
    else:
        told = {text.id: text.text for text in texts}
        for each in found:
            say(sentence(each, told))
        count = len(found)
        say(ngettext("{count} motsägelse.", "{count} motsägelser.", count).format(count=count))
    return NO if found else YES


def _verify(chosen: argparse.Namespace) -> int:
    from krisapp.store.verify import verify

    if chosen.code is not None:
        return _verify_code(chosen)
    report = verify(chosen.incident)
    for sentence in report.sentences():
        say(sentence)
    return YES if report.whole else NO


def _verify_code(chosen: argparse.Namespace) -> int:
    from krisapp.store.code_checking import check_code

    answer = check_code(chosen.incident, chosen.code)
    for sentence in answer.sentences():
        say(sentence)
    return YES if answer.holds else NO
