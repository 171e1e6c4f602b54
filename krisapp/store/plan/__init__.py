"""The plan on disk (planens databas): its tables, edits with their history, versions, search, and packages."""
