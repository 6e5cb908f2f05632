"""How do I run what I don't trust? One file a mechanism; each says what it covers and what it does not."""
