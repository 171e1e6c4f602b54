"""What the benchmarks share: the table at the end, and how loaded the machine was."""

import os

import pytest

from tests.bench import ratios


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of ratios after everything else."""
    if ratios.TABLE:
        load = f", load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors" if hasattr(os, "getloadavg") else ""
        terminalreporter.section(f"numbers to hold{load}")
        for line in ratios.lines():
            terminalreporter.write_line(line)
