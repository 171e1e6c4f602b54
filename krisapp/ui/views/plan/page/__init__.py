"""The plan as it is read: sections of the library, a page a thing, and the chapters people write."""
