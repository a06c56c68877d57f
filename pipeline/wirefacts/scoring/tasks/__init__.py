"""The benchmarks by the name of their form."""

from dataclasses import replace

from wirefacts.scoring.tasks.facts import FACTS
from wirefacts.scoring.tasks.names import NAMES
from wirefacts.scoring.tasks.quantities import QUANTITIES
from wirefacts.scoring.tasks.task import Item, Judgement, Task
from wirefacts.scoring.tasks.timexes import TIMEXES

DATASETS: dict[str, Task] = {
    task.name: task for task in (FACTS, QUANTITIES, replace(QUANTITIES, name="recognizers", measures=("value", "value+unit")), TIMEXES, NAMES)
}

__all__ = ["DATASETS", "Item", "Judgement", "Task"]
