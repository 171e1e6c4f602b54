"""The checks of a finished text (granskning): one subject a file, domain handbook chapter 7.

Each check is a pure function `check(text, sheet, context) -> list[Finding]` that never fails, whatever the text.
A finding says rule, severity, span, reason and suggestion. Which checks a channel has is the channel's to say.
"""
