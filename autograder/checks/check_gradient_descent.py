"""Public checks of gradient_descent and descent_path: where they lead, and what explains it."""

from itertools import pairwise

import numpy as np

from autograder.checking import (
    Spy,
    StudentFault,
    _,
    as_array,
    defaults_of,
    defines,
    fail,
    fail_if_cut_off,
    kind_of,
    nearest,
    needs,
    number,
    points,
    require_names,
    shown,
    vector,
)

from .descent_diagnosis import (
    COUNT,
    HINT_COUNT,
    HINT_RETURN,
    HINT_STEP,
    HINTS,
    RATE,
    STEP,
    explain,
    fail_step,
    fail_unvisited,
    key_of,
    own_rate,
    points_by_results,
    predicts,
    tell_end,
)
from .descents import (
    AWAY,
    BEYOND,
    FUNCTIONS,
    LONG,
    LR,
    ONE,
    PATH,
    POINT,
    RUNAWAY,
    SHORT,
    SLOPE,
    SLOW,
    START,
    STEPS,
    TO_THE_END,
    Inputs,
    beside,
    is_near,
    is_right,
    path_of,
    point_of,
    reached,
    repeated,
    route_of,
    rows,
    run,
)
from .functions import bowl
from .pictures import path_beside
from .trajectories import ideal

DEPENDS_ON = ("numerical_gradient",)
DEFAULTS = {"lr": 0.01, "step_num": 100}
# Whole numbers have 32 bits in a browser if nothing else is said.
WHOLE = (Inputs(steps=1), Inputs(steps=1, begin=(-3.0, 2.0)))
NONE = Inputs(steps=0)
# A step more or less moves the end of the default walk by 0.003.
NEAR_DEFAULTS = 0.001
MOST_STEPS = 10_000  # that anyone would wait for


def stand_in_descent_path(f, init_x, lr=0.01, step_num=100):
    """The exact walk."""
    start = np.asarray(init_x, dtype=float)
    if not 0 <= step_num <= MOST_STEPS or (f is not None and np.ndim(f.function(start))):
        raise ValueError("no walk")
    if f is None:  # a function of the student's own leads nowhere: it is not the one handed in
        return np.repeat(start[None], int(step_num) + 1, axis=0)
    f.note(start)
    return ideal(f.function, start, float(lr), int(step_num))


def stand_in_gradient_descent(f, init_x, lr=0.01, step_num=100):
    """The end of the exact walk."""
    return stand_in_descent_path(f, init_x, lr, step_num)[-1]


@points(1)
def check_names(student):
    """the file runs, and defines functions named gradient_descent and descent_path"""
    require_names(student, *FUNCTIONS)
    for name in FUNCTIONS:
        run(student, name)
    require_names(student, *FUNCTIONS)  # now for the parameters


@points(1)
def check_point(student):
    """gradient_descent gives back one point, of the shape of init_x"""
    vector(run(student, POINT).value, START, POINT)


@points(3)
def check_step(student):
    """each step of gradient_descent goes from x to x - lr ∇f(x)"""
    end = reached(student)
    if not run(student, POINT).f.visits:
        fail_unvisited(end)
    if is_right(student, POINT, ONE, SHORT, *BEYOND):
        return
    explained = explain(student, POINT)
    if explained is not None:
        if not explained.is_right(*STEP) or not predicts(student, POINT, explained, *BEYOND):
            fail_step(student, explained.key(*STEP))
        return
    fail_if_it_remembers(student, POINT)
    if own_rate(route_of(student)) is None and (
        own_rate(points_by_results(student)) is None
        or own_rate(points_by_results(student, AWAY)) is None
    ):
        fail_step(student, None)


@points(1)
@needs("check_step")
def check_learning_rate(student):
    """the learning rate says how long a step is"""
    if is_right(student, POINT, ONE, SLOW):
        return
    explained = explain(student, POINT)
    if explained is not None and explained.is_right(*RATE):
        return
    evidence = beside(route_of(student, SLOW), SLOW)
    if explained is not None:
        fail(
            _(
                "with lr = {lr} a step should be {lr} times the gradient; yours was {factor} times"
            ).format(lr=SLOW.lr, factor=number(explained.own.rate)),
            hint=HINTS["learning-rate-ignored"],
            misconception="learning-rate-ignored",
            evidence=evidence,
        )
    for lr in (LR, LR / 4):
        one = Inputs(lr, 1)
        rate = own_rate(np.array([START, reached(student, one)]))
        if rate is None or not np.isclose(rate, lr, rtol=0.05):
            fail(
                tell_end(one, reached(student, one)),
                hint=HINTS["learning-rate-ignored"],
                cause="learning-rate",
                evidence=evidence,
            )


@points(2)
@needs("check_step")
def check_step_count(student):
    """gradient_descent takes exactly step_num steps"""
    if not is_right(student, POINT, ONE, SHORT, LONG):
        explained = explain(student, POINT)
        if explained is None:
            judge_count(student, own_rate(points_by_results(student)), None)
        elif not explained.is_right(*COUNT):
            rate = explained.own.rate if explained.program.rate == "own" else LR
            judge_count(student, rate, explained.key(*COUNT))
    judge_no_step(student)


def judge_count(student, rate, key):
    """Fail unless so many steps lead as far as so many steps of one rate should."""
    for inputs in (SHORT, LONG, ONE):
        got = reached(student, inputs)
        expected = ideal(SLOPE, START, LR if rate is None else rate, inputs.steps)[-1]
        if is_near(got, expected):
            continue
        if rate is None or np.isclose(rate, LR, rtol=0.02):
            message = _(
                "step_num = {steps} led from {start} to {got}; "
                "{steps} steps should lead to {expected}"
            )
        else:
            message = _(
                "from {start}, step_num = 1 led to {first}, and step_num = {steps} to {got}"
            )
        fail(
            message.format(
                steps=inputs.steps,
                start=shown(START),
                first=shown(reached(student, ONE)),
                got=shown(got),
                expected=shown(expected),
            ),
            hint=HINTS[key] if key else HINT_COUNT,
            misconception=key,
            cause=key or "count",
            evidence=beside(route_of(student, inputs), inputs),
        )


def judge_no_step(student):
    """Fail unless no step at all gives the start."""
    value = run(student, POINT, NONE).value
    got = None if value is None else point_of(value)
    begin = START if key_of(student, "start", names=(POINT,)) is None else got
    if got is None or not np.allclose(got, begin, rtol=0, atol=1e-9):
        fail(
            _("step_num = 0 led from {start} to {got}, but it means no step").format(
                start=shown(START), got="None" if got is None else shown(got)
            ),
            hint=HINT_COUNT,
            cause="count",
        )


@points(1)
def check_defaults(student):
    """without lr and step_num it is lr = 0.01 and step_num = 100"""
    walk = ideal(SLOPE, START, *DEFAULTS.values())
    for name in present(student):
        run(student, name)
        # Whoever writes them in the first line, and obeys them when they are handed in (other
        # checks see to that), need not walk a hundred steps to show it.
        if defaults_of(student, name).items() >= DEFAULTS.items():
            continue
        function = getattr(student, name)
        left_out = as_array(function(Spy(SLOPE), START.copy()))
        if left_out is not None and left_out.shape in (walk.shape, START.shape):
            ends = walk if left_out.ndim > 1 else walk[-1]
            if np.allclose(left_out, ends, rtol=0, atol=NEAR_DEFAULTS):
                continue
        # Some other fault may be at work: compare the student's code with itself.
        written = as_array(function(Spy(SLOPE), START.copy(), **DEFAULTS))
        if left_out is None or written is None or not left_out.size or not written.size:
            continue
        if left_out.shape == written.shape and (
            np.allclose(left_out, written, rtol=0, atol=1e-6) or not is_steady(student, name)
        ):
            continue
        fail(
            _(
                "`{name}(f, init_x)` gave {got}, "
                "but with lr=0.01, step_num=100 written out it gave {expected}"
            ).format(name=name, got=ending(left_out), expected=ending(written)),
            hint=_("Compare the first line of your function with the one in the exercise."),
        )


def present(student):
    """Return the names of the functions that the file has, or both if it has none."""
    there = [name for name in FUNCTIONS if defines(student, name) or nearest(student, name)]
    return there or FUNCTIONS


def is_steady(student, name):
    """Say whether a function gives the same whenever it is asked the same."""
    explained = explain(student, name)
    if explained is not None:
        return explained.is_right("start")
    return is_right(student, name, SHORT) and repeated(student, name) is None


def fail_if_it_remembers(student, name):
    """Fail where a function gives one thing at first, and another when it is asked again."""
    if (pair := repeated(student, name)) is not None:
        first, again = map(ending, pair)
        fail(
            _(
                "`{name}` was called twice with the same arguments; it gave {first}, then {again}"
            ).format(name=name, first=first, again=again),
            hint=_("What can differ between the two calls: something that is kept, or chance?"),
            cause="memory",
        )


def ending(value):
    """Write a point, or how many points a path has and where it ends."""
    if value.ndim < 2:
        return shown(value)
    return _("{count} points up to {end}").format(count=len(value), end=shown(value[-1]))


@points(1)
def check_init_x(student):
    """init_x is as before after the call"""
    for name in present(student):
        if is_moved(student, name):
            fail(
                _("init_x was {before} before `{name}` and {after} after it").format(
                    before=shown(START), name=name, after=shown(run(student, name).start)
                ),
                hint=_("After x = init_x, how many arrays are there: one or two?"),
                misconception="mutates-init-x",
            )


def is_moved(student, name):
    """Say whether a function changes init_x."""
    return (run(student, name).start != START).any()


@points(1)
def check_integers(student):
    """whole numbers in init_x are as good as floats"""
    for name in present(student):
        try:
            pairs = [in_both_kinds(student, name, inputs) for inputs in WHOLE]
        except StudentFault as fault:
            if is_moved(student, name):  # numpy refuses to change init_x: one cause
                raise StudentFault(("cause", "mutates-init-x"), fault.feedback) from fault
            fail_if_cut_off(fault)
            raise
        pairs = [pair for pair in pairs if pair is not None]
        is_cut_off = len(pairs) > 1 and all(
            (got == np.round(got)).all() and (floats != np.round(floats)).any()
            for _start, got, floats in pairs
        )
        for begin, got, floats in pairs:
            if is_near(got, floats) or not (is_cut_off or is_steady(student, name)):
                continue
            fail(
                _(
                    "one step of `{name}` from np.array({whole}) led to {got}, "
                    "from np.array({start}) to {floats}"
                ).format(
                    name=name,
                    whole=begin.astype(int).tolist(),
                    start=begin.tolist(),
                    got=shown(got.reshape(-1, 2)[-1]),
                    floats=shown(floats.reshape(-1, 2)[-1]),
                ),
                hint=_("An array of whole numbers can hold no fractions. What kind is yours?"),
                misconception="integer-truncation" if is_cut_off else None,
            )


def in_both_kinds(student, name, inputs):
    """Return what came of whole numbers and of floats, or None where they cannot be compared."""
    floats = as_array(run(student, name, inputs).value)
    got = as_array(run(student, name, inputs, np.int64).value)
    if got is None or floats is None or got.shape != floats.shape or got.shape[-1:] != (2,):
        return None
    return (inputs.start, got, floats) if got.size else None


@points(2)
@needs("check_step", "check_learning_rate")
def check_minimum(student):
    """from (-2, 3), 15 steps with lr = 0.2 reach the minimum of x0² + x1², (0, 0), to two places"""
    f, start = bowl(1, 1), np.array([-2.0, 3.0])
    end = point_of(student.gradient_descent(Spy(f), start.copy(), 0.2, 15))
    if not np.allclose(end, 0, atol=0.01):
        key = key_of(student, *COUNT, names=(POINT,))
        fail(
            _("15 steps ended at {got}; (-2 · 0.6¹⁵, 3 · 0.6¹⁵) is (0, 0) to two places").format(
                got=shown(end)
            ),
            hint=HINT_STEP,
            cause=key or "count",
            evidence=path_beside(f, [start, end]),
        )


@points(1)
def check_path_shape(student):
    """descent_path gives step_num + 1 points, the start among them"""
    for inputs in (SHORT, LONG, TO_THE_END):
        value = run(student, PATH, inputs).value
        if value is None:
            vector(value, START, PATH)
        path = as_array(value)
        if path is None:
            fail(
                _("`{name}` gave back {kind}, not one array of points").format(
                    name=PATH, kind=kind_of(value)
                ),
                hint=HINT_RETURN,
                cause="path-form",
            )
        expected = (inputs.steps + 1, *START.shape)
        if path.shape == expected:
            continue
        explained = explain(student, PATH)
        if explained is None:
            fail_if_it_remembers(student, PATH)
        key = None if explained is None else explained.key("count")
        if key is None and explained is not None and explained.program.kept != "one array":
            key = explained.key("kept")
        fail(
            _(
                "with step_num = {steps} `{name}` gave back an array of shape {got}, not {expected}"
            ).format(steps=inputs.steps, name=PATH, got=path.shape, expected=expected),
            hint=HINTS[key] if key else HINT_COUNT,
            misconception=key,
            cause=key or ("path-form" if counts(explained) else "count"),
            evidence=beside(path, inputs) if path.shape[1:] == START.shape else None,
        )


def counts(explained):
    """Say whether what explains a function, if anything does, takes as many steps as it should."""
    return explained is None or explained.is_right(*COUNT)


@points(3)
def check_path(student):
    """every point of descent_path follows from the one before it, from init_x on"""
    made, path = run(student, PATH), rows(student)
    if made.value is None:
        vector(made.value, START, PATH)
    if path is None:
        found = path_of(made.value)
        fail(
            _("`{name}` gave back {kind}, not one point after another").format(
                name=PATH, kind=kind_of(made.value if found is None else found)
            ),
            hint=HINT_RETURN,
            cause="path-form",
        )
    if not np.isfinite(path).all():
        vector(path, path, PATH)
    if not made.f.visits:
        fail_unvisited(path[-1])
    if is_right(student, PATH, SHORT, SLOW, *BEYOND):
        return
    explained = explain(student, PATH)
    if explained is not None:
        key = explained.key(*STEP, *RATE)
        if explained.program.kept == "one array":
            key = key or "aliased-path"
        is_walk = key is None and explained.is_right(*STEP, *RATE)
        if not is_walk or is_late(path) or not predicts(student, PATH, explained, *BEYOND):
            fail_path(student, key)
        return
    fail_if_it_remembers(student, PATH)
    if any(tell_astray(student, inputs) for inputs in (SHORT, SLOW, *BEYOND)):
        fail_path(student, None)


def is_late(path):
    """Say whether a path of as many points as it should have begins behind the first step."""
    return len(path) == STEPS + 1 and is_near(path[0], SHORT.walk[1])


def fail_path(student, key):
    """Fail for points that do not follow from the one before them."""
    path = rows(student)
    message = next(
        filter(None, (tell_astray(student, one) for one in (SHORT, SLOW, *BEYOND))), None
    )
    if key == "aliased-path" and (path == path[0]).all():
        message = _("all {count} points of the path are the same: {point}").format(
            count=len(path), point=shown(path[-1])
        )
    elif key == "init-x-ignored":
        message = _("the walk begins at {got}; init_x is {start}").format(
            got=shown(path[0]), start=shown(START)
        )
    cause, hint = key or "walk", HINTS[key]
    if key is None and any(has_other_rate(student, one) for one in (SHORT, SLOW)):
        cause, hint = "learning-rate", HINTS["learning-rate-ignored"]
    elif key is None and len(path) != STEPS + 1:
        cause = "path-form"
    elif key is None and is_late(path):
        hint = HINT_COUNT
    if message is None:
        message = _("the path has the points {path}").format(path=shown(path))
    fail(
        message,
        hint=hint,
        misconception=key,
        cause=cause,
        evidence=beside(path),
    )


def has_other_rate(student, inputs):
    """Say whether every step of a path is the same multiple of the gradient, but not lr times."""
    path = rows(student, inputs)
    rate = None if path is None else own_rate(path)
    return rate is not None and not np.isclose(rate, inputs.lr, rtol=0.05)


def tell_astray(student, inputs):
    """Tell of the first point of a path that is not what the one before it leads to, if any."""
    path = rows(student, inputs)
    if path is None:
        return None
    walk = inputs.walk
    # Where a point is missing, that was told as such.
    may_begin = walk[:1] if len(path) == len(walk) else walk[:2]
    if not any(is_near(path[0], begin) for begin in may_begin):
        return _("the path begins at {got}; init_x is {start}").format(
            got=shown(path[0]), start=shown(inputs.start)
        )
    for place, (here, there) in enumerate(pairwise(path), start=1):
        expected = here - inputs.lr * SLOPE.gradient(here)
        if np.abs(here).max() > RUNAWAY:
            break
        if not is_near(there, expected):
            return _(
                "with lr = {lr}, point {number} of the path is {here} and the next {got}, "
                "not {expected}"
            ).format(
                lr=inputs.lr,
                number=place,
                here=shown(here),
                got=shown(there),
                expected=shown(expected),
            )
    for place, (got, expected) in enumerate(zip(path, walk, strict=False)):
        if not is_near(got, expected):  # little by little
            return _(
                "from {start} with lr = {lr}, point {number} of the path is {got}, not {expected}"
            ).format(
                start=shown(inputs.start),
                lr=inputs.lr,
                number=place + 1,
                got=shown(got),
                expected=shown(expected),
            )
    return None
