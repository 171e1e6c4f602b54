"""The people of the crisis team (bemanning), handbook 3.12 and 3.13: who works, since when, how long, and who takes over."""
