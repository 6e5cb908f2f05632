"""Findings, requests and certificates for tests: a fixed one, and hypothesis's."""

from __future__ import annotations

import dataclasses
from typing import get_args

from hypothesis import strategies as st

from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import (
    STANDARD_AXIOMS,
    Diagnostic,
    Environment,
    ErrorClass,
    Goal,
    Hypothesis,
    NoVerdict,
    NoVerdictReason,
    Outcome,
    Position,
    Severity,
    Trust,
    Verdict,
)
from tactic_mesh.verify.certificate import Certificate, LimitsUsed, certify
from tactic_mesh.verify.checked import Checked, Exported
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.store import Kept, rung_of

SHA256 = "0123456789abcdef" * 4
ENVIRONMENT = Environment("4.35.0", "c" * 40, "tactic-mesh-core", SHA256)
REQUEST = Request("theorem t : 1 + 1 = 2 := by decide\n")
PROVED = Checked(
    Verdict(Outcome.PROVED, Trust.REPLAYED, axioms=("propext",), wall_s=0.25),
    theorems=("t",),
    statement_sha256=SHA256,
    exported=(Exported("t", "theorem", SHA256),),
)
LIMITS = LimitsUsed.of(Limits())

words = st.text(st.characters(codec="utf-8"), max_size=12)
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
positions = st.builds(Position, st.integers(1, 9), st.integers(0, 9))
policies = st.builds(
    Policy,
    allowed_axioms=st.frozensets(names, max_size=3).map(lambda more: more | STANDARD_AXIOMS),
    definitions=st.none() | st.frozensets(names, max_size=3),
    forbidden_options=st.lists(names, max_size=2).map(tuple),
    forbidden_attributes=st.lists(names, max_size=2).map(tuple),
)
limits = st.builds(
    Limits,
    wall_s=st.floats(0.001, 1e6),
    cpu_s=st.integers(1, 1000),
    memory_bytes=st.integers(1, 1 << 40),
    output_bytes=st.integers(1, 1 << 30),
)
environments = st.builds(Environment, words, words, words, hashes)
requests = st.builds(
    Request,
    text=words,
    theorems=st.lists(names, max_size=2).map(tuple),
    statement=st.none() | words,
    trust=st.sampled_from(Trust),
    policy=policies,
    limits=limits,
)
diagnostics = st.builds(
    Diagnostic,
    severity=st.sampled_from(Severity),
    start=positions,
    end=st.none() | positions,
    text=words,
    kind=words,
    error_class=st.none() | st.sampled_from(ErrorClass),
    goals=st.lists(
        st.builds(
            Goal,
            words,
            st.lists(
                st.builds(Hypothesis, st.lists(words, max_size=2).map(tuple), words, st.none() | words),
                max_size=2,
            ).map(tuple),
            st.none() | words,
        ),
        max_size=2,
    ).map(tuple),
)
verdicts = st.builds(
    Verdict,
    outcome=st.sampled_from([Outcome.PROVED, Outcome.REJECTED, Outcome.INCOMPLETE]),
    trust=st.sampled_from(Trust),
    diagnostics=st.lists(diagnostics, max_size=2).map(tuple),
    axioms=st.lists(words, max_size=2).map(tuple),
    wall_s=st.floats(0, 100),
)
exported = st.builds(Exported, names, words, hashes)
found = st.builds(
    Checked,
    verdict=verdicts,
    theorems=st.lists(words, max_size=2).map(tuple),
    reasons=st.lists(words, max_size=2).map(tuple),
    hints=st.lists(words, max_size=2).map(tuple),
    statement_source=st.sampled_from(["trusted", "candidate"]),
    statement_sha256=st.just("") | hashes,
    exported=st.lists(exported, max_size=2).map(tuple),
    tampering=st.booleans(),
)
no_verdicts = st.builds(
    Checked, st.builds(NoVerdict, st.sampled_from(get_args(NoVerdictReason)), st.booleans(), words)
)


@st.composite
def proofs(draw: st.DrawFn) -> tuple[Environment, Request, Checked]:
    """A request and a finding that a certificate can be made of."""
    request = draw(requests)
    verdict = Verdict(
        Outcome.PROVED,
        draw(st.sampled_from([Trust.AUDITED, Trust.REPLAYED, Trust.INDEPENDENT])),
        axioms=tuple(draw(st.lists(st.sampled_from(sorted(request.policy.allowed_axioms)), max_size=4))),
    )
    checked = dataclasses.replace(
        draw(found),
        verdict=verdict,
        theorems=tuple(draw(st.lists(names, min_size=1, max_size=3))),
        statement_sha256=draw(hashes),
        tampering=False,
    )
    return draw(environments), request, checked


certificates = proofs().map(lambda proof: certify(*proof))


def certificate() -> Certificate:
    return certify(ENVIRONMENT, REQUEST, PROVED)


def kept(checked: Checked, asked: Trust = Trust.REPLAYED, sha256: str | None = None) -> Kept:
    return Kept(checked, rung_of(checked, asked), LIMITS, sha256)
