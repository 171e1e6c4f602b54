"""The screen Övning and the window of the exercise director: drills are chosen, conducted and met here."""
