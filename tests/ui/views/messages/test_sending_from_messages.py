"""From a text in Budskap to the outbox by one key."""

from krisapp.ui.views.messages.view import MessagesView
from tests.ui.views.messages.test_messages import approve, release, view

__all__ = ("view",)


def test_a_released_text_leads_to_the_outbox_and_another_says_why_not(view: MessagesView) -> None:
    told: list[tuple[str, str]] = []
    view.live.shown.connect(lambda place, item: told.append((place, item)))
    view.page.matrix.choose("E1-C05.sv")
    view.more.send()
    assert told == [] and "Släpp texten först" in view.banner.text

    approve(view, "I1-C07.sv", "I2-C06.sv", "E1-C05.sv")
    release(view, "I1-C07.sv", "I2-C06.sv", "E1-C05.sv")
    view.page.matrix.choose("E1-C05.sv")
    view.more.send()
    assert told == [("reach", "outbox:E1-C05.sv")]
