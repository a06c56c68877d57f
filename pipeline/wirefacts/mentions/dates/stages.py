"""The temporal grammar: its stages, from numbers to periods."""

from collections.abc import Sequence

from wirefacts.mentions.dates.counting import AGES, NUMBERS
from wirefacts.mentions.dates.grammar import Rule
from wirefacts.mentions.dates.joining import GOVERNED, PERIODS, PERIODS_IN_YEARS
from wirefacts.mentions.dates.measuring import MEASURES
from wirefacts.mentions.dates.naming import CALENDAR, YEARS
from wirefacts.mentions.dates.nesting import EDGES, NESTING, TIMES
from wirefacts.mentions.dates.relating import RELATIVE

STAGES: Sequence[Sequence[Rule]] = (
    NUMBERS,
    AGES,
    CALENDAR,
    YEARS,
    [*RELATIVE, *MEASURES],
    NESTING,
    TIMES,
    EDGES,
    PERIODS,
    PERIODS_IN_YEARS,
    GOVERNED,
)
"""Each stage reads what the one before it made."""
