"""The wall of the staff room (väggbilden): the same few large things in a second window and on the local network."""
