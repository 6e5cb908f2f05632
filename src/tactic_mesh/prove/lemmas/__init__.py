"""Which lemmas would help, and do they hold?"""
