"""Utkorg: what waits to be sent, what is being sent, and what came of each recipient. Its rules are domain/sending."""
