"""The tab Lägesbild: what is known, unknown and assumed, and the report to the county board."""
