"""What is true of an incident and who may say so: the rules, without a screen, a file or a clock.

Pure Python. No Qt, SQL, files, network or clock comes in here: time and rendered texts are handed over as values.
Deciding may refuse (`Refused`); applying an event never fails, whatever the order.
"""
