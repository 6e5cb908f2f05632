"""How is a proof found without tactic states?"""
