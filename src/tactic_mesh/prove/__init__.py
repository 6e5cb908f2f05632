"""In which order do we try?"""
