"""Rules about Swedish text (klarspråk): counting, reading ease, required elements, times and numbers.

Pure functions on strings and plain values: the same text gives the same findings everywhere.
A finding says rule, severity, span, reason and suggestion; no function here changes a text.
"""
