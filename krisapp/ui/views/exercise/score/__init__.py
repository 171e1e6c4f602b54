"""How it went (resultat): the measures with their evidence, the report, and drills compared; for real incidents too."""
