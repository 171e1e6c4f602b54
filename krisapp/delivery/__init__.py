"""Delivery (leverans): the ways out, one file each, and the only place in the program that opens a socket.

Each way takes an `Outgoing`, which only a begun sending in a real incident gives, and returns what came of every
recipient in it: sent, refused, postponed, or unknown. It writes nothing down, tries once, and raises only `Refused` for
a way that is wrongly set up: what the net and the servers say is an answer. What cannot have been taken in by the other
side is never called unknown, and what may have been is never called anything else.
"""
