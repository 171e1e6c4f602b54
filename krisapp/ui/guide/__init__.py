"""Help in the program (handboken): pages to read and search, the keys of a screen, and a tour for the first time.

Imported when somebody asks for help, never at the start. The pages are Markdown in `resources/guide/`, and what they
say of commands, keys and screens is held by a test.
"""
