"""Magma laws: which implies which? Proofs, finite countermodels, and the graph of all implications."""
