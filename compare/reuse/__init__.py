"""Wording that texts share: one core for the pieces of a page and the articles of a corpus."""
