"""Checklists in the plan: read and edited, point by point and whole."""
