"""Is the statement false?"""
