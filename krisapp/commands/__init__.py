"""The larger commands without a screen (kommandon): one file each, added to the parser by `krisapp.cli`.

A command says its answer on standard output and exits 0, 1 (the answer is no) or 2 (it could not be asked).
"""
