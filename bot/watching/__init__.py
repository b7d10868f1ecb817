"""What whoever watches over the program reads: its log lines and its figures, neither with a word of anybody."""
