"""The steps of an explanation in words, in the order of the act."""
