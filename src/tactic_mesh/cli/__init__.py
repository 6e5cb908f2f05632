"""The same, from a shell: one file a command. Each parses, calls one function, renders."""
