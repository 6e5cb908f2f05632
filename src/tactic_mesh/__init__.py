"""Tactic-Mesh: an automated theorem prover for Lean 4 whose proofs Lean's kernel has checked."""

__version__ = "0.1.0"
