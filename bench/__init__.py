"""How fast the program is: `python -m bench` prints one JSON line per figure and fails where a limit is missed.

Every limit is a ratio to something simpler, or to somebody else's way (`bench/peers`), in the same run: so it means the
same on a slow machine and on a busy one. `python -m bench NAME` measures one figure alone.
"""
