"""What the service counts, in Prometheus' form."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300)


class Metrics:
    """The counters of one service; a registry of its own, so that two in one process do not meet."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "tactic_mesh_requests",
            "Requests, by route and status.",
            ["route", "status"],
            registry=self._registry,
        )
        self.request_s = Histogram(
            "tactic_mesh_request_seconds",
            "Time from the whole request to its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.checks = Counter(
            "tactic_mesh_checks",
            "Checks, by the rung that was asked for and the outcome.",
            ["trust", "outcome"],
            registry=self._registry,
        )
        self.check_s = Histogram(
            "tactic_mesh_check_seconds",
            "Time of a check without its wait in the queue.",
            ["trust"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.no_verdict = Counter(
            "tactic_mesh_no_verdict",
            "Checks to which Lean gave no answer, by reason.",
            ["reason"],
            registry=self._registry,
        )
        self.cached = Counter(
            "tactic_mesh_cached_checks", "Checks that the store answered.", registry=self._registry
        )
        self.tampering = Counter(
            "tactic_mesh_tampering", "Texts that lied about themselves.", registry=self._registry
        )
        self.refused = Counter(
            "tactic_mesh_refused_checks",
            "Checks that found no place in the queue.",
            registry=self._registry,
        )
        self.queue = Gauge(
            "tactic_mesh_queue", "Checks accepted and not yet answered.", registry=self._registry
        )
        self.jobs_queued = Gauge("tactic_mesh_jobs_queued", "Jobs that wait.", registry=self._registry)
        self.jobs_running = Gauge("tactic_mesh_jobs_running", "Jobs that run now.", registry=self._registry)
        self.jobs_ended = Counter(
            "tactic_mesh_jobs_ended",
            "Jobs that are over, by outcome; `cancelled` are those that were.",
            ["outcome"],
            registry=self._registry,
        )
        self.open_requests = Gauge("tactic_mesh_open_requests", "Requests open now.", registry=self._registry)

    def text(self) -> bytes:
        return generate_latest(self._registry)


CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
