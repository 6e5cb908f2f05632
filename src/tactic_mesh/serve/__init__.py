"""The same, over HTTP: checks for clients of this field, each answer with the rung of trust that it reached."""
