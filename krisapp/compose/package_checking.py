"""Looking over the templates of a plan from outside (mallar i ett planpaket) before any of it is taken in."""

from krisapp.compose.template_checking import look_over
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused


def refuse_templates(plan: Plan) -> None:
    """Raise `Refused` for the first template that does what templates may not, naming its line."""
    templates = {one.id: one.text for one in plan.templates}
    for id, text in templates.items():
        for fault in look_over(id, text, templates):
            raise Refused(
                N_("Mallen {template}, rad {line}: {fault}"), template=id, line=fault.line, fault=fault.sentence
            )
