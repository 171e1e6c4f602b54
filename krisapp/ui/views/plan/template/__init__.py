"""Templates in the plan (mallar): written beside a text they give, tried on invented incidents, then adopted."""
