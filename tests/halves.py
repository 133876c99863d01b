"""Runs a whole suite on two processors: a second process takes about half of the files.

Its reports come back through a pipe and are told as if its tests had run here. Files with pictures
all stay in the first process, which is the one that knows at the end which of them were looked at.
"""

from __future__ import annotations

import os
import pickle
import queue
import threading
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest

#: From so many tests on it pays.
MANY = 500
#: What a test of a folder takes, by one of the others.
COSTS = {"tui": 30, "commands": 8, "authoring": 6, "history": 5, "together": 4}


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Runs the tests, if there are many and two processors to run them on."""
    options = session.config.option
    if (
        session.testsfailed
        or options.collectonly
        or options.usepdb
        or options.maxfail
        or len(session.items) < MANY
        or (os.cpu_count() or 1) < 2
        or not hasattr(os, "fork")
    ):
        return None
    first, second = shared_out(session.items)
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        status = 1
        try:
            run_there(session, second, sink)
            status = 0
        finally:
            os._exit(status)
    os.close(sink)
    told: queue.SimpleQueue[Any] = queue.SimpleQueue()
    reader = threading.Thread(target=read_all, args=(source, told), daemon=True)
    reader.start()
    done = 0
    for _ in run(session, first):
        done += tell(session, told)
    reader.join()
    done += tell(session, told)
    _, ended = os.waitpid(child, 0)
    if ended or done != len(second):
        raise session.Failed(f"the second process ended early: {done} of {len(second)} tests")
    return True


def shared_out(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """Two shares of about the same cost, whole files each, in the order of the items."""
    files = [list(group) for _, group in groupby(items, key=lambda item: item.path)]
    pictured = [any("snap_compare" in item.fixturenames for item in file) for file in files]
    costs = [len(file) * COSTS.get(file[0].path.parent.name, 1) for file in files]
    here = sum(cost for cost, stays in zip(costs, pictured, strict=True) if stays)
    there = 0
    first: list[list[pytest.Item]] = []
    second: list[list[pytest.Item]] = []
    largest = sorted(range(len(files)), key=lambda at: (-costs[at], at))
    stay = {at for at, stays in enumerate(pictured) if stays}
    for at in largest:
        if at not in stay and here <= there:
            stay.add(at)
            here += costs[at]
        elif at not in stay:
            there += costs[at]
    for at, file in enumerate(files):
        (first if at in stay else second).append(file)
    return [item for file in first for item in file], [item for file in second for item in file]


def run(session: pytest.Session, items: list[pytest.Item]) -> Iterator[None]:
    """Runs tests as pytest does, and tells after each."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        yield


def run_there(session: pytest.Session, items: list[pytest.Item], sink: int) -> None:
    """Runs tests in the second process and sends what comes of them."""
    plugins = session.config.pluginmanager
    # It also knows how an assertion is shown; only its words are not wanted here.
    reporter: Any = plugins.getplugin("terminalreporter")
    reporter._tw._file = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    # What is captured goes to files of its own: those at hand are the first process's too.
    capture = plugins.getplugin("capturemanager")
    assert capture is not None
    capture.stop_global_capturing()
    capture.start_global_capturing()
    with os.fdopen(sink, "wb") as pipe:
        plugins.register(Sender(session.config, pipe))
        for _ in run(session, items):
            pass


class Sender:
    """Sends each report to the first process."""

    def __init__(self, config: pytest.Config, pipe: Any) -> None:
        self.config, self.pipe = config, pipe

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Sends it."""
        hook = self.config.hook
        data = hook.pytest_report_to_serializable(config=self.config, report=report)
        pickle.dump(data, self.pipe)
        self.pipe.flush()


def read_all(source: int, told: queue.SimpleQueue[Any]) -> None:
    """Reads what the second process sends, to its end."""
    with os.fdopen(source, "rb") as pipe:
        while True:
            try:
                told.put(pickle.load(pipe))
            except EOFError:
                return


def tell(session: pytest.Session, told: queue.SimpleQueue[Any]) -> int:
    """Tells the reports that have come; how many tests have ended with them."""
    hook, ended = session.config.hook, 0
    while not told.empty():
        report = hook.pytest_report_from_serializable(config=session.config, data=told.get())
        if report.when == "setup":
            hook.pytest_runtest_logstart(nodeid=report.nodeid, location=report.location)
        hook.pytest_runtest_logreport(report=report)
        if report.when == "teardown":
            hook.pytest_runtest_logfinish(nodeid=report.nodeid, location=report.location)
            ended += 1
    return ended
