"""Papers of drills (övningspapper): those printed from a scenario before it is played, and the report afterwards."""
