"""Public checks of gradient_descent and descent_path: how they walk, seen where f is evaluated."""

import numpy as np

from autograder.checking import (
    Spy,
    StudentFault,
    _,
    as_array,
    defaults_of,
    fail,
    fail_if_cut_off,
    kind_of,
    needs,
    points,
    require_names,
    shared,
    shown,
    vector,
)

from .descent_diagnosis import (
    HINT_COUNT,
    HINT_STEP,
    count,
    factor_of,
    fail_elsewhere,
    fail_if_computed_once,
    fail_unvisited,
    goes_downhill,
    judge_learning_rate,
    judge_length,
    judge_walk,
    key_of,
)
from .descents import (
    FUNCTIONS,
    LR,
    MORE,
    PATH,
    POINT,
    SLOPE,
    START,
    STEPS,
    TOLERANCE,
    beside,
    path_of,
    point_of,
    route_of,
    run,
    walked,
)
from .functions import bowl
from .pictures import path_beside
from .trajectories import ideal

DEPENDS_ON = ("numerical_gradient",)
DEFAULTS = {"lr": 0.01, "step_num": 100}
# Whole numbers have 32 bits in a browser if nothing else is said.
WHOLE = np.array([2, 3], np.int64)
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


@points(1)
def check_point(student):
    """gradient_descent gives back one point, of the shape of init_x"""
    vector(run(student, POINT).value, START, POINT)


@points(3)
def check_step(student):
    """each step of gradient_descent goes from x to x - lr ∇f(x)"""
    factor_of(student)


@points(1)
@needs("check_step")
def check_learning_rate(student):
    """the learning rate says how long a step is"""
    judge_learning_rate(lambda lr, steps: route_of(*walked(student, lr, steps)))


@points(2)
@needs("check_step")
def check_step_count(student):
    """gradient_descent takes exactly step_num steps"""
    count(student)
    judge_no_step(student)


def judge_no_step(student):
    """Fail unless no step at all gives the start."""
    reached, _visited = walked(student, LR, 0)
    if not np.allclose(reached, START, rtol=0, atol=1e-9):
        fail(
            _("step_num = 0 led from {start} to {got}, but it means no step").format(
                start=shown(START), got=shown(reached)
            ),
            hint=HINT_COUNT,
            cause="count",
        )


@points(1)
@needs("check_names")
def check_defaults(student):
    """without lr and step_num it is lr = 0.01 and step_num = 100"""
    walk = ideal(SLOPE, START, *DEFAULTS.values())
    for name in FUNCTIONS:
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
        if left_out is None or written is None:
            continue
        if left_out.shape != written.shape or (
            goes_downhill(student) and not np.allclose(left_out, written, rtol=0, atol=1e-6)
        ):
            fail(
                _(
                    "`{name}(f, init_x)` ended at {got}, "
                    "but with lr=0.01, step_num=100 written out it ended at {expected}"
                ).format(name=name, got=end_of(left_out), expected=end_of(written)),
                hint=_("Compare the first line of your function with the one in the exercise."),
            )


def end_of(value):
    """Write where a point or a path ends."""
    return shown(value if value.ndim < 2 or not len(value) else value[-1])


@points(1)
@needs("check_names")
def check_init_x(student):
    """init_x is as before after the call"""
    for name in FUNCTIONS:
        start = run(student, name).start
        if (start != START).any():
            fail(
                _("init_x was {before} before `{name}` and {after} after it").format(
                    before=shown(START), name=name, after=shown(start)
                ),
                hint=_("After x = init_x, how many arrays are there: one or two?"),
                misconception="mutates-init-x",
            )


@points(1)
@needs("check_names")
def check_integers(student):
    """whole numbers in init_x are as good as floats"""
    for name in FUNCTIONS:
        floats = as_array(run(student, name, steps=1).value)
        try:
            got = as_array(run(student, name, steps=1, start=WHOLE).value)
        except StudentFault as fault:
            fail_if_cut_off(fault)
            raise
        if got is None or floats is None or got.shape != floats.shape or got.shape[-1:] != (2,):
            continue
        if not got.size:
            continue
        cut_off = (got == np.round(got)).all()
        if not np.allclose(got, floats, rtol=0, atol=TOLERANCE, equal_nan=True) and (
            cut_off or goes_downhill(student)
        ):
            fail(
                _(
                    "one step of `{name}` from np.array([2, 3]) led to {got}, "
                    "from np.array([2.0, 3.0]) to {floats}"
                ).format(
                    name=name,
                    got=shown(got.reshape(-1, 2)[-1]),
                    floats=shown(floats.reshape(-1, 2)[-1]),
                ),
                hint=_("An array of whole numbers can hold no fractions. What kind is yours?"),
                misconception="integer-truncation" if cut_off else None,
            )


@points(2)
@needs("check_step", "check_learning_rate")
def check_minimum(student):
    """from (-2, 3), 15 steps with lr = 0.2 come to (0, 0), the minimum of x0² + x1², to two places"""
    f, start = bowl(1, 1), np.array([-2.0, 3.0])
    reached = point_of(student.gradient_descent(Spy(f), start.copy(), lr=0.2, step_num=15))
    if not np.allclose(reached, 0, atol=0.01):
        key = key_of(count, student)
        fail(
            _("15 steps ended at {got}; (-2 · 0.6¹⁵, 3 · 0.6¹⁵) is (0, 0) to two places").format(
                got=shown(reached)
            ),
            hint=HINT_STEP,
            misconception=key,
            cause=key or "values",
            evidence=path_beside(f, [start, reached]),
        )


@points(1)
@needs("check_names")
def check_path_shape(student):
    """descent_path gives step_num + 1 points, the start among them"""
    path_shape(student)


@shared
def path_shape(student):
    """Fail unless each path has the shape that its number of steps asks for."""
    paths, visits = {}, set()
    for steps in (STEPS, MORE):
        made = run(student, PATH, steps=steps)
        visits.add(len(made.f.visits))
        if made.value is None:
            vector(made.value, START, PATH)
        path = as_array(made.value)
        if path is None:
            fail(
                _("`{name}` gave back {kind}, not one array of points").format(
                    name=PATH, kind=kind_of(made.value)
                ),
                hint=_("The docstring says what the function returns. What does yours return?"),
                cause="path-form",
            )
        paths[steps] = path
    judge_length(paths, visits)


@points(3)
@needs("check_names")
def check_path(student):
    """every point of descent_path follows from the one before it, from init_x on"""
    value = run(student, PATH).value
    path = path_of(value)
    if value is None:
        vector(value, START, PATH)
    if path is None or path.ndim != 2 or path.shape[1:] != START.shape or len(path) < 2:
        fail(
            _("`{name}` gave back {kind}, not one point after another").format(
                name=PATH, kind=kind_of(value if path is None else path)
            ),
            hint=_("The docstring says what the function returns. What does yours return?"),
            cause=key_of(path_shape, student) or "path-form",
        )
    if not np.isfinite(path).all():
        vector(path, path, PATH)
    if not run(student, PATH).f.visits:
        fail_unvisited(path[-1])
    if len(path) > 2 and (path == path[0]).all() and (path != START).any():
        fail(
            _("all {count} points of the path are the same: {point}").format(
                count=len(path), point=shown(path[-1])
            ),
            hint=_("Does the list hold many arrays, or one array many times?"),
            misconception="aliased-path",
            evidence=beside(path),
        )
    first = ideal(SLOPE, START, LR, 1)
    if np.linalg.norm(path[0] - first, axis=1).min() > TOLERANCE:
        fail_elsewhere(student, PATH, path[0])
    fail_if_computed_once(student, PATH, lambda value: path_of(value)[-1])
    judge_walk(path[: STEPS + 1], path[-1])
    judge_learning_rate(lambda lr, steps: path_of(run(student, PATH, lr, steps).value))
