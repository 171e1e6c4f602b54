"""The situation picture (lägesbild), handbook 3.9: filled from what is kept elsewhere; a version, once fixed, stays."""
