"""What is kept of plays, on this machine alone: their moves, typed words and figures.

``history.History`` is the way in; ``keeper.Keeper`` keeps one play while it is played;
``resuming.resume`` takes an unfinished one up again. Only the modules that are imported once there
is something to read or write import sqlite3.
"""
