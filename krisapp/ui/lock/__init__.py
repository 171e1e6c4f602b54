"""Locking the workplace (låsa): opening it at the start, putting the lock on, and changing its passphrase."""
