"""Which tactics fit this goal?"""
