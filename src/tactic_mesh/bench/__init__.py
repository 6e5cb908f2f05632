"""How well does it prove? Problem sets, runs, statistics, reports."""
