"""Measurements: each is a command that prints a Markdown table with the machine, the commit and the command."""
