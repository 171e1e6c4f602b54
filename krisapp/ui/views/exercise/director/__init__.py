"""The window of the exercise director (övningsledarens fönster): what comes, what the team does, and notes."""
