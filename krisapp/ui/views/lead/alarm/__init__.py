"""The tab Larm: the seven questions, the alarm chain rung from the keyboard, and the call list on paper."""
