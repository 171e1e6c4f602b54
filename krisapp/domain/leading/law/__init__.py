"""The times of law (lagens tider), handbook 11.2: what happens starts a clock, a person settles it."""
