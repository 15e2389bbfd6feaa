"""Whether the start of a drawn path, or its end, can be seen for what it is."""

import re
import unicodedata

import numpy as np

from autograder.checking import _, fail, shown

from .way import NEAR, Way, best_way

FEW = 2  # rows of a mark that stands for itself, such as a dot at the start
# A word stands so near the point that it is about, of the picture's width.
BESIDE = 0.15
START_WORDS = re.compile(
    r"\b(start|begin|beginning|initial|init|first|origin)|出発|始点|開始|初期|スタート|最初"
)
END_WORDS = re.compile(
    r"\b(end|goal|final|last|finish|stop|reached|arriv)|終点|終了|到着|到達|ゴール|最後|最終"
)


def judge_ends(drawing):
    """Fail unless the start and the end bear marks, by which each can be told from the other."""
    scene, way = drawing.scene, best_way(drawing)
    marks = way.marks
    texts = _texts(way)
    _fail_if_called_wrongly(drawing, way, marks, texts)
    looks = []
    for index, where in (
        (0, _("nothing marks the start of the path, {point}")),
        (-1, _("nothing marks the end of the path, {point}")),
    ):
        looks.append(_looks(way, marks, texts, index))
        if not looks[-1]:
            fail(
                where.format(point=shown(scene.path[index])),
                hint=_("Where does the walk begin, and where does it end? Let the reader see it."),
                evidence=drawing.evidence,
            )
    if looks[0] == looks[1] and not _tells_direction(way, marks):
        fail(
            _("the start {start} and the end {end} of the path look the same").format(
                start=shown(scene.path[0]), end=shown(scene.path[-1])
            ),
            hint=_("Which of the two is the start? Let the reader see it."),
            evidence=drawing.evidence,
        )


def _texts(way):
    """Return the words at the start and at the end of the path, each beside its own."""
    ends = way.path[[0, -1]]
    told = {0: [], -1: []}
    for words, place in way.panel.texts:
        gaps = np.abs(ends - place / way.widths).max(axis=1)
        if gaps.min() <= BESIDE:
            told[0 if gaps[0] <= gaps[1] else -1].append(words)
    return told


def _at(way, mark, index):
    """Return whether a mark has a row at the start or the end of the path."""
    rows = way.rows(mark)
    return bool((np.abs(rows - way.path[index]).max(axis=1) <= NEAR).any())


def _looks(way, marks, texts, index):
    """Return how what marks an end of the path looks: markers, arrows, words."""
    looks = {("words", *texts[index])} if texts[index] else set()
    for mark in marks:
        if _at(way, mark, index):
            if mark.markers:
                looks.add(("marker", mark.look))
            if mark.arrows:
                looks.add(("arrow", index))
            if mark.line and mark.varied:
                looks.add(("colour", index))
            if mark.label and len(mark.rows) <= FEW:
                looks.add(("name", mark.label))
    return looks


def _tells_direction(way, marks):
    """Return whether markers between the ends show how the steps grow shorter, or colours do."""
    middle = Way(way.path[1:-1] * way.widths, way.widths, way.panel)
    steps = [mark for mark in marks if mark.markers]
    return bool(middle.found(steps).any()) or any(mark.varied for mark in marks)


def _fail_if_called_wrongly(drawing, way, marks, texts):
    """Fail where what is called the start stands at the end, or the other way round."""
    named = [(words, index) for index, every in texts.items() for words in every]
    for mark in marks:
        if mark.label and len(mark.rows) <= FEW:
            at = [index for index in (0, -1) if _at(way, mark, index)]
            named += [(mark.label, at[0])] if len(at) == 1 else []
    for words, index in named:
        meant = _meant(words)
        if meant is not None and meant != index:
            point = shown(drawing.scene.path[index])
            fail(
                _("“{words}” stands at {point}, where the path ends").format(
                    words=words[:40], point=point
                )
                if index
                else _("“{words}” stands at {point}, where the path begins").format(
                    words=words[:40], point=point
                ),
                hint=_("Which row of the path is the start, and which one the end?"),
                evidence=drawing.evidence,
            )


def _meant(words):
    """Return which end of the path words are about: 0, -1, or None."""
    plain = unicodedata.normalize("NFKC", words[:40]).lower()
    start, end = START_WORDS.search(plain), END_WORDS.search(plain)
    if bool(start) == bool(end):
        return None
    return 0 if start else -1
