"""How would a person write this proof?"""
