"""Practise a hard conversation before you have it.

The packages, and who may import whom: ``cli -> tui | plain -> history -> practice -> scenario``.
"""

__version__ = "0.1.0"
