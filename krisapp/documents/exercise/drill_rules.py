"""The rules of a drill (övningsbestämmelser), with all that handbook 9.2 says they must hold."""

from datetime import datetime

from krisapp.documents.exercise.scenario_frame import Setting, head, scenario_paper
from krisapp.documents.frame import fields, heading, listed, words
from krisapp.documents.paper import Paper
from krisapp.domain.words import _


def rules(setting: Setting, now: datetime) -> Paper:
    """Return the rules of the drill (övningsbestämmelser), with all that handbook 9.2 says they must hold."""
    scenario = setting.scenario
    roles = {role.id: role.name for role in setting.plan.roles}
    blank = "______________________"
    return scenario_paper(
        setting,
        _("Övningsbestämmelser"),
        now,
        [
            *head(setting),
            heading(_("Tid, plats och deltagare")),
            fields(
                (
                    (_("Dag och tid"), blank),
                    (_("Plats"), blank),
                    (_("Längd"), _("{minutes} minuter på övningsklockan").format(minutes=scenario.minutes)),
                    (_("Övningsledare"), blank),
                    (_("Nås på"), blank),
                )
            ),
            words(", ".join(roles.get(one, one) for one in scenario.roles) or _("Den som övar, ensam.")),
            heading(_("Skarpt läge går alltid före")),
            listed(
                [
                    _("Händer något på riktigt säger du ”SKARPT LÄGE” tre gånger. Då slutar alla att öva."),
                    _("I Krisapp startar du den skarpa händelsen. Övningen läggs åt sidan."),
                    _("Övningsledaren bryter med orden ”ÖVNINGEN AVBRYTS”."),
                ]
            ),
            heading(_("Kodord")),
            fields(
                (
                    ("STARTEX", _("Övningen börjar.")),
                    ("PAUSEX", _("Övningen står still, och klockan med den.")),
                    ("ENDEX", _("Övningen är slut.")),
                    (_("SKARPT LÄGE"), _("Det här är på riktigt.")),
                )
            ),
            heading(_("Märkning")),
            words(
                _(
                    "Varje text, samtal och papper börjar och slutar med ÖVNING ÖVNING ÖVNING. Ett sms börjar och "
                    "slutar med ÖVNING. Krisapp sätter märket själv, och fönstret har en randig ram."
                )
            ),
            heading(_("Kanaler")),
            listed(
                [
                    _("Spelas: medier, allmänhet, andra myndigheter och sociala medier. De nås bara genom motspelet."),
                    _("På riktigt: samtal och möten mellan er som övar, och telefonlistan för motspelet."),
                    _("Krisapp kan inte skicka något i en övning."),
                ]
            ),
            heading(_("Det här får ingen göra")),
            listed(
                [
                    _("Ringa 112 eller någon som inte står på telefonlistan för motspelet."),
                    _("Skicka sms eller e-post till någon som inte övar."),
                    _("Publicera på webben, i sociala medier eller i någon annan kanal."),
                ]
            ),
            heading(_("Personuppgifter, medier och besökare")),
            listed(
                [
                    _("Använd påhittade namn på dem som drabbas. Skriv inget om någons hälsa eller skydd."),
                    _("Frågar riktiga medier om övningen svarar övningsledaren."),
                    _("Besökare anmäls till övningsledaren och följer en värd."),
                ]
            ),
        ],
    )
