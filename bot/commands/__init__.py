"""What the command line does, a module for each noun; `bot/__main__.py` only reads the arguments."""
