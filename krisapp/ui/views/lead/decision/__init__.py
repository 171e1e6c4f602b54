"""The tab Beslut: decisions made, told and reported, and the krisledningsnämnd in and out of function."""
