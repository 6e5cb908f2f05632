"""Is it proved, and how surely? The one door to "proved"."""
