"""Kobai: an auto-graded course on finding a minimum."""
