"""Decisions (beslut) and the krisledningsnämnd, handbook 3.4 and 3.10: who decided what, in whose name, how long."""
