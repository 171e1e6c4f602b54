"""The people of the crisis team (bemanning), handbook 3.12 and 3.13: who works, since when, and who takes over."""
