"""The page Webbplats: the emergency site in a folder or on a server, and what a publication would change."""
