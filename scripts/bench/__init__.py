"""Measurements, printed as ratios and medians. They judge nothing; the budgets are in DESIGN.md."""
