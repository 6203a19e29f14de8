"""Measurements, printed as ratios and medians. They judge nothing."""
