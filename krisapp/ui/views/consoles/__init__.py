"""Several consoles in one incident (flera konsoler): meeting on a stick or in a folder, joining, and two values."""
