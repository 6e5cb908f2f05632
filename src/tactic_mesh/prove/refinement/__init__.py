"""How does a suggestion become a proof?"""
