"""The channels (kanaler): one file each, with its form, its limits and its checks.

A new channel is one file and one name in the tuple of this package, and nothing else changes.
A channel looks at a finished text and reports findings; it never alters the text and never sends it.
"""
