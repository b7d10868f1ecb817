"""How fast the program is: `python -m bench` prints one JSON line per figure and fails where a limit is missed.

A figure is a ratio to something simpler in the same run wherever that is possible, so that it means the same on
a slow machine and on a busy one.
"""
