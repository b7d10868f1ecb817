"""The questions, section by section; each is asked only where it can still change the result."""
