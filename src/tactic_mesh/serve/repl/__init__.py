"""The JSON protocol of leanprover-community's REPL: commands, files and tactics, with numbered states."""
