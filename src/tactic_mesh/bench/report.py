"""One HTML page about a run: self-contained, no script needed, readable dark and light.

Plots are inline SVG drawn here: a few marks on two axes need no library, and the page opens from a disk anywhere.
"""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence
from importlib import resources

from tactic_mesh.bench.problems import Problem
from tactic_mesh.bench.results import Result
from tactic_mesh.bench.summary import (
    Counts,
    alarms,
    by_difficulty,
    by_family,
    counts,
    expert_use,
    late,
    published,
    tactic_use,
    within,
)
from tactic_mesh.theorem import Outcome

TACTICS_MAX = 24
PLOT_WIDTH, PLOT_HEIGHT = 760, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 14, 44
_OUTCOMES = (Outcome.PROVED, Outcome.REFUTED, Outcome.NOT_FOUND, Outcome.NO_VERDICT)


def page(
    title: str, results: Sequence[Result], problems: Mapping[str, Problem], notes: Sequence[str] = ()
) -> str:
    """The whole page as text."""
    whole = counts("all", results)
    families = by_family(results)
    style = resources.files("tactic_mesh.bench").joinpath("report.css").read_text(encoding="utf-8")
    sections = [
        _head(title, whole, results, notes),
        _alarm(results, problems),
        _section("Proved against time", _cost_plot(results) + _cost_table(results)),
        _section("By family", _legend() + _bars(families) + _counts_table(families, whole, "family")),
        _section("By difficulty", _counts_table(by_difficulty(results), whole, "difficulty")),
        _published_section(results, problems),
        _section("Tactics in the proofs", _tactic_plot(results)),
        _section("What the experts cost and yielded", _expert_table(results)),
        _section("Every problem", _details(results, problems)),
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(sections)}</main>\n</body>\n</html>\n"
    )


def _text(value: object) -> str:
    return html.escape(str(value))


def _section(title: str, content: str) -> str:
    return f"<section>\n<h2>{_text(title)}</h2>\n{content}</section>\n" if content else ""


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def _head(title: str, whole: Counts, results: Sequence[Result], notes: Sequence[str]) -> str:
    low, high = whole.interval
    first = results[0]
    facts = {
        "problems": whole.problems,
        "proved": whole.proved,
        "refuted": whole.refuted,
        "not found": whole.not_found,
        "no verdict": whole.no_verdict,
    }
    tiles = "".join(f"<div><dt>{_text(name)}</dt><dd>{value}</dd></div>" for name, value in facts.items())
    settings = ", ".join(f"{key} {_setting(value)}" for key, value in first.settings.items())
    lean = first.version.get("lean") or {}
    about = f"tactic-mesh {first.version.get('tactic_mesh', '')}, Lean {lean.get('version', '?')}; {settings}"
    lines = "".join(f"<p class=muted>{_text(line)}</p>\n" for line in (about, *_late(results), *notes))
    return (
        f"<header>\n<h1>{_text(title)}</h1>\n<p class=lead><strong>{_percent(whole.rate)}</strong> of "
        f"{whole.answered} answered problems proved (95 % interval {_percent(low)} to {_percent(high)})</p>\n"
        f"<dl class=tiles>{tiles}</dl>\n{lines}</header>\n"
    )


def _late(results: Sequence[Result]) -> list[str]:
    number = len(late(results))
    told = (
        "of the proofs came from a process that ran longer than the limit, its start and final check with it."
    )
    return [f"{number} {told}"] if number else []


def _setting(value: object) -> str:
    return " ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


def _alarm(results: Sequence[Result], problems: Mapping[str, Problem]) -> str:
    wrong = alarms(results, problems)
    if not wrong:
        return ""
    return f"<p class=alarm>False statements were proved: {_text(', '.join(wrong))}. Nothing here can be trusted.</p>\n"


# ---- solved against time


def _cost_plot(results: Sequence[Result]) -> str:
    """How many were proved within each time; time on a logarithmic scale."""
    times = sorted(result.wall_s for result in results if result.outcome is Outcome.PROVED)
    if not times:
        return "<p class=muted>No proof, no curve.</p>\n"
    low, high = 10 ** math.floor(math.log10(max(times[0], 1e-3))), max(r.timeout_s for r in results)
    high = max(high, times[-1], low * 10)
    scale = math.log(high / low)

    def x(seconds: float) -> float:
        return LEFT + (PLOT_WIDTH - LEFT - RIGHT) * math.log(max(seconds, low) / low) / scale

    top = len(results)

    def y(number: float) -> float:
        return PLOT_HEIGHT - BOTTOM - (PLOT_HEIGHT - TOP - BOTTOM) * number / top

    path = [f"M{x(low):.1f},{y(0):.1f}"]
    for number, seconds in enumerate(times, 1):
        path += [f"H{x(seconds):.1f}", f"V{y(number):.1f}"]
    path.append(f"H{x(high):.1f}")
    ticks = [s for k in range(-3, 5) for m in (1, 2, 5) if low <= (s := m * 10.0**k) <= high]
    step = _step(top)
    rows = range(0, top + 1, step)
    marks = "".join(
        [
            *(
                f"<line class=grid x1={LEFT} x2={PLOT_WIDTH - RIGHT} y1={y(n):.1f} y2={y(n):.1f} />"
                for n in rows
            ),
            *(f"<text x={LEFT - 8} y={y(n) + 4:.1f} text-anchor=end>{n}</text>" for n in rows),
            *(
                f"<text x={x(s):.1f} y={PLOT_HEIGHT - BOTTOM + 18} text-anchor=middle>{s:g}</text>"
                for s in ticks
            ),
            f"<text x={PLOT_WIDTH - RIGHT} y={PLOT_HEIGHT - 6} text-anchor=end>seconds (logarithmic)</text>",
            f"<line class=limit x1={LEFT} x2={PLOT_WIDTH - RIGHT} y1={y(top):.1f} y2={y(top):.1f} />",
            f'<path class=curve d="{" ".join(path)}" />',
        ]
    )
    label = f"{len(times)} of {top} problems proved, by the time each took"
    return _svg(label, PLOT_HEIGHT, marks)


def _step(top: int) -> int:
    """A round distance with four to eight marks up to `top`."""
    for size in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000):
        if top / size <= 8:
            return size
    return top


def _svg(label: str, height: float, marks: str) -> str:
    return (
        f'<figure><svg viewBox="0 0 {PLOT_WIDTH} {height:g}" role="img" aria-label="{_text(label)}">'
        f"<title>{_text(label)}</title>{marks}</svg></figure>\n"
    )


def _cost_table(results: Sequence[Result]) -> str:
    reached = within(results)
    if not reached:
        return ""
    head = "".join(f"<th>{seconds:g} s</th>" for seconds, _ in reached)
    row = "".join(f"<td>{number}</td>" for _, number in reached)
    return (
        f"<table><thead><tr><th>proved within</th>{head}</tr></thead>"
        f"<tbody><tr><td></td>{row}</tr></tbody></table>\n"
    )


# ---- groups


def _legend() -> str:
    return "<p class=legend>" + "".join(f"<span class={o}>{_words(o)}</span>" for o in _OUTCOMES) + "</p>\n"


def _words(outcome: Outcome) -> str:
    return outcome.replace("_", " ")


def _bars(groups: Sequence[Counts]) -> str:
    """One bar a group, as long as its share of outcomes; the numbers stand in the table below."""
    height, gap, label = 20, 8, 170
    width = PLOT_WIDTH - label - 60
    marks = []
    for row, group in enumerate(groups):
        y, x = row * (height + gap), float(label)
        marks.append(f"<text x={label - 8} y={y + 15} text-anchor=end>{_text(group.name)}</text>")
        for outcome in _OUTCOMES:
            number = getattr(group, outcome)
            length = width * number / max(1, group.problems)
            if number:
                told = f"{group.name}: {number} {_words(outcome)}"
                marks.append(
                    f"<rect class={outcome} x={x:.1f} y={y} width={max(0.5, length - 1.5):.1f} height={height}>"
                    f"<title>{_text(told)}</title></rect>"
                )
            x += length
        marks.append(f"<text x={label + width + 6} y={y + 15}>{group.proved}/{group.problems}</text>")
    return _svg("outcomes by group", len(groups) * (height + gap), "".join(marks))


def _counts_table(groups: Sequence[Counts], whole: Counts, what: str) -> str:
    names = (what, "problems", "proved", "refuted", "not found", "no verdict", "rate", "95 % interval")
    head = "".join(f"<th>{_text(name)}</th>" for name in names)
    rows = "".join(
        f"<tr{' class=sum' if group is whole else ''}>{_counts_row(group)}</tr>" for group in (*groups, whole)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"


def _counts_row(group: Counts) -> str:
    low, high = group.interval
    numbers = (group.problems, group.proved, group.refuted, group.not_found, group.no_verdict)
    cells = [*map(str, numbers), _percent(group.rate), f"{_percent(low)} – {_percent(high)}"]
    return f"<td>{_text(group.name)}</td>" + "".join(f"<td>{_text(cell)}</td>" for cell in cells)


def _published_section(results: Sequence[Result], problems: Mapping[str, Problem]) -> str:
    rows = published(results, problems)
    if not rows:
        return ""
    head = "".join(
        f"<th>{name}</th>" for name in ("family", "system", "problems", "they solved", "proved here")
    )
    body = "".join(
        f"<tr><td>{_text(row.family)}</td><td>{_text(row.system)}</td><td>{row.problems}</td>"
        f"<td>{row.theirs}</td><td>{row.ours}</td></tr>"
        for row in rows
    )
    said = (
        "<p class=muted>As published, on other machines, with other limits and in other logics: counts can be "
        "compared, seconds cannot. Each line is over the problems for which that system has a result.</p>\n"
    )
    return _section(
        "Beside published results",
        f"{said}<table class=beside><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n",
    )


def _tactic_plot(results: Sequence[Result]) -> str:
    used = tactic_use(results)[:TACTICS_MAX]
    if not used:
        return ""
    height, gap, label = 16, 6, 130
    width, most = PLOT_WIDTH - label - 50, used[0][1]
    marks = []
    for row, (name, number) in enumerate(used):
        y, length = row * (height + gap), width * number / most
        marks.append(
            f"<text x={label - 8} y={y + 13} text-anchor=end>{_text(name)}</text>"
            f"<rect class=plain x={label} y={y} width={length:.1f} height={height} />"
            f"<text x={label + length + 6:.1f} y={y + 13}>{number}</text>"
        )
    return "<p class=muted>Proofs that use a tactic.</p>\n" + _svg(
        "proofs that use each tactic", len(used) * (height + gap), "".join(marks)
    )


def _expert_table(results: Sequence[Result]) -> str:
    used = expert_use(results)
    if not used:
        return ""
    names = ("expert", "tactics tried", "ran", "share", "solved their goal", "seconds in Lean")
    head = "".join(f"<th>{name}</th>" for name in names)
    rows = "".join(
        f"<tr><td>{_text(use.name)}</td><td>{use.tried}</td><td>{use.ran}</td>"
        f"<td>{_percent(use.ran / use.tried if use.tried else None)}</td><td>{use.solved}</td>"
        f"<td>{use.wall_s:.1f}</td></tr>"
        for use in used
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"


# ---- problems


def _details(results: Sequence[Result], problems: Mapping[str, Problem]) -> str:
    rows = "".join(_detail(result, problems.get(result.id)) for result in results)
    names = ("problem", "family", "difficulty", "outcome", "seconds", "tactics", "published")
    head = "".join(f"<th>{name}</th>" for name in names)
    return f"<table class=problems><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"


def _detail(result: Result, problem: Problem | None) -> str:
    solved = (
        f"{sum(problem.published.values())}/{len(problem.published)}" if problem and problem.published else ""
    )
    shown = [f"<pre>{_text(problem.statement)}</pre>"] if problem else []
    if result.reason:
        shown.append(f"<p>{_text(result.reason)}</p>")
    script = result.proof or (result.refutation or {}).get("proof")
    if script:
        shown.append(f"<pre>{_text(script)}</pre>")
    name = (
        f"<details><summary>{_text(result.id)}</summary>{''.join(shown)}</details>"
        if shown
        else _text(result.id)
    )
    return (
        f"<tr><td>{name}</td><td>{_text(result.family)}</td><td>{_text(result.difficulty)}</td>"
        f"<td><span class={result.outcome}>{_words(result.outcome)}</span></td>"
        f"<td>{result.wall_s:.2f}</td><td>{result.tactics}</td><td>{solved}</td></tr>"
    )
