"""The tab Möten: a meeting is begun, held by the keyboard and read afterwards."""
