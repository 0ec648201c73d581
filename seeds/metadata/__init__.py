"""What is known of an article beside its text: title, authors, source, column, date, address."""

from seeds.metadata.dates import find_date, iso_date
from seeds.metadata.fields import NOTHING, Fields
from seeds.metadata.filenames import fields_of_path
from seeds.metadata.lines import meta_line, told_behind, told_below
from seeds.metadata.metaline import MetaLine

__all__ = [
    "NOTHING",
    "Fields",
    "MetaLine",
    "fields_of_path",
    "find_date",
    "iso_date",
    "meta_line",
    "told_behind",
    "told_below",
]
