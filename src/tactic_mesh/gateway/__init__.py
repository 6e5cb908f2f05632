"""What would a language model suggest? Models over HTTP, and twins that need none."""
