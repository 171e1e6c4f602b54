"""Alerts in CAP 1.2 (varningar som filer): written strictly in Sveriges Radio's profile, read tolerantly from anybody.

Domain handbook 8.5 and 8.6. An alert here is what the file says, text for text; nothing that is read is taken for a
fact, and nothing that is written says that a VMA is sent (8.7). No network, no DTD and no entities.
"""
