"""Deadlines: they hold, and they wait longer on a machine that is overloaded."""

from __future__ import annotations

import os

import pytest

from autograder.sandbox.trusted import deadline
from autograder.sandbox.trusted.deadline import Deadline


def test_time_that_is_not_over_has_not_passed():
    """A deadline far away has not passed, whatever the load."""
    assert not Deadline(3600).passed


def test_time_that_is_over_has_passed():
    """Even the longest patience ends."""
    assert Deadline(-1).passed


@pytest.mark.parametrize(
    ("wanting", "times"), [(0.0, 1.0), (0.9, 1.0), (2.5, 2.5), (100.0, deadline.MOST)]
)
def test_an_overloaded_machine_gets_more_time(monkeypatch, wanting, times):
    """Three processes that want one processor take three times as long, up to a bound."""
    monkeypatch.setattr(os, "getloadavg", lambda: (wanting * (os.cpu_count() or 1), 0.0, 0.0))

    assert deadline.overload() == pytest.approx(times)


def test_a_system_that_does_not_tell_gets_no_more_time(monkeypatch):
    """Where there is no load average, deadlines are what they say."""
    monkeypatch.delattr(os, "getloadavg", raising=False)

    assert deadline.overload() == 1.0
