"""Consoles meeting (utbyte): entries are carried as they were signed, and united; nothing is ever overwritten.

What comes from outside is believed only for what its signatures and links prove. A carrier brings entries in any
order, twice, late or cut off: the union is the same. A folder, a stick and a hub are carriers and nothing more.
"""
