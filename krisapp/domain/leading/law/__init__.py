"""The times of law (lagens tider), handbook 11.2: a clock is started by what happens, settled by a person, never silenced."""
