"""The alarm (larm), handbook 3.5: its seven questions, whom to ring in which order, what to say, what came of it."""
