"""The tab Lagens tider: the clocks that law starts, and the questions that start them."""
