"""Whether the texts of one incident agree (samstämmighet), rules 6.7 and ME4.

What the fact sheet itself gives for each message is the ground; a text is held to it and to the other texts, sentence
by sentence, whatever words the templates have. Nothing here knows a template, a file or a window.
"""
