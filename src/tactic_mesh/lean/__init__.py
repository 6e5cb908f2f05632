"""How do I run Lean? The only room that talks to a Lean process."""
