"""What the bag's folders are called on the stick (väskans namn)."""

NAME = "Krisapp-vaska"
"""The bag. Its names have no å, ä or ö: some sticks do not keep them."""

DRAFT = f"{NAME}.ny"
"""The bag while it is packed, as `store.carrying.draft_of` names it; the window that stops a packing takes it away."""
