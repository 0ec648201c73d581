"""The earlier names of the reference corpus, which stay: see `compare.reference.corpus`."""

from compare.reference.build import build_reference as build_background
from compare.reference.corpus import ReferenceCorpus as Background
from compare.reference.corpus import load_reference as load_background

__all__ = ["Background", "build_background", "load_background"]
