"""Staff meetings (stabsmöten), handbook 3.8: agenda, points, what was said, and the next time."""
