"""The record (handlingar): paper entered once, what is secret and on which ground, copies, requests and numbers.

What is secret is gone from a copy, never hidden in it (P31, L8). What was entered, marked or handed out stays in the
journal with who did it; a mark is lifted by a new entry, and a request is answered by a person, never by the program.
"""
