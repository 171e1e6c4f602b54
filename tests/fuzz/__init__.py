"""Readers of what comes from outside, fed nonsense: whatever comes, it is read or refused in a sentence."""
