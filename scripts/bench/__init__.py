"""Measurements, printed as ratios and medians. They judge nothing; for the budgets see ADR 2."""
