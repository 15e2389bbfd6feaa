"""`python -m tests.prove`: prove the course; exit status 0 if every claim holds."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.language import UserError

from . import rooms, table
from .cases import ROOT, CaseError, Kind
from .proof import Proof, prove


def main(arguments: Sequence[str] | None = None) -> int:
    """Prove the course and print what was found; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.prove", description=__doc__)
    parser.add_argument("exercises", nargs="*", help="only these; default: all of the course")
    parser.add_argument("--course", type=Path, default=ROOT, help="its folder")
    parser.add_argument("--processes", type=int, default=0, help="default: one for each core")
    parser.add_argument("--verbose", action="store_true", help="print the tables and the mutants")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    try:
        proof = prove(options.course.resolve(), options.processes, options.exercises)
    except (CaseError, UserError) as fault:
        print(f"not proved: {fault}", file=sys.stderr)
        return 2
    details = (*_tables(proof), *table.survivors(proof.excused), "") if options.verbose else ()
    for line in (*details, *_totals(proof)):
        print(line)
    layers = ", ".join(proof.judged[0].layers)
    print(f"{time.monotonic() - began:.0f} s; isolation: {layers}")
    for fault in proof.faults:
        print(f"NOT SO  {fault}")
    print(
        "The course is proved." if not proof.faults else f"{len(proof.faults)} claims do not hold."
    )
    return 1 if proof.faults else 0


def _tables(proof: Proof) -> Iterator[str]:
    contract = rooms.contract(proof.course.folder)
    for name, exercise in proof.course.exercises.items():
        own = [one for one in proof.judged if one.case.exercise == name]
        witnesses = {
            check: one.case for (room, check), one in proof.witnesses.items() if room == name
        }
        yield f"{name}: rows are what a file is, columns what it was called"
        yield from table.matrix(own, contract.get(name, ()))
        yield ""
        yield from table.checks(exercise, own, witnesses)
        yield ""


def _totals(proof: Proof) -> Iterator[str]:
    count = Counter(one.case.kind for one in proof.judged)
    exact = sum(
        one.case.kind is Kind.WRONG and one.keys == frozenset(one.case.expected)
        for one in proof.judged
    )
    named = sum(
        one.case.kind is Kind.SLIP and one.keys == frozenset(one.case.expected)
        for one in proof.judged
    )
    right = [one for one in proof.judged if one.case.is_right]
    killed = sum(one.case.kind is Kind.MUTANT and not one.is_full for one in proof.judged)
    meant = count[Kind.MUTANT] - len(proof.excused)
    yield f"wrong files diagnosed exactly: {exact} of {count[Kind.WRONG]}"
    yield f"programs with a slip called by its name: {named} of {count[Kind.SLIP]}"
    full = sum(one.is_full for one in right)
    yield f"right files and solutions with full marks: {full} of {len(right)}"
    yield f"mutants that lose points: {killed} of {meant} ({killed / max(meant, 1):.1%});"
    yield f"  {len(proof.excused)} more change nothing that the contract asks for"
    yield f"idle checks: {sum(' is idle' in fault for fault in proof.faults)}"


if __name__ == "__main__":
    sys.exit(main())
