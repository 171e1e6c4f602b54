"""Tables of the plan: a form for each row, made of its description, and those with a face of their own."""
