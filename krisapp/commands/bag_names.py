"""What the bag's folders are called on the stick (väskans namn)."""

NAME = "Krisapp-vaska"
"""The bag. Its names have no å, ä or ö: some sticks do not keep them."""

DRAFT, FORMER = f"{NAME}.ny", f"{NAME}.gammal"
"""The bag while it is packed, and the former one while the new takes its place."""
