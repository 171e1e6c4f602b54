"""The parts of the window's own tests that whole stories use too."""

from tests.ui.views.conftest import calm, clock, live, workplace

__all__ = ("calm", "clock", "live", "workplace")
