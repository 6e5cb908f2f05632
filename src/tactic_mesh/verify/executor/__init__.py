"""The proof engine seam, both ways: other systems' engines called by us, and ours called by them."""
