"""Kobai: a kit that grades courses of small functions to write."""
