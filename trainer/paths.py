"""Where things lie. Asking creates nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping

DATA, LIBRARY = "TRAINER_DATA", "TRAINER_LIBRARY"


def data_folder(environment: Mapping[str, str] = os.environ) -> str:
    """The folder in which the trainer keeps things: TRAINER_DATA, else the platform's own place."""
    own = environment.get(DATA)
    if own:
        return os.path.abspath(os.path.expanduser(own))
    from platformdirs import user_data_dir

    return user_data_dir("trainer", appauthor=False)


def own_folders(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The folders of the player's own scenarios.

    TRAINER_LIBRARY names them (several are joined as in PATH); without it, ``scenarios`` in the
    data folder counts, where that is there.
    """
    named = environment.get(LIBRARY)
    if named:
        return tuple(os.path.expanduser(each) for each in named.split(os.pathsep) if each)
    default = os.path.join(data_folder(environment), "scenarios")
    return (default,) if os.path.isdir(default) else ()


def history_file(folder: str) -> str:
    """Where in a data folder it is kept what was played."""
    return os.path.join(folder, "history.sqlite3")
