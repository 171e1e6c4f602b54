"""The screen Årshjul: a year of recurring work, month by month (rule P4)."""
