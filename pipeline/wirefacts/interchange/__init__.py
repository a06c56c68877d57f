"""Gold and annotation forms in and out."""

from wirefacts.interchange.conll import NameDocument, read_names
from wirefacts.interchange.gold import (
    GoldArticle,
    GoldDate,
    GoldFact,
    GoldMoney,
    GoldObservation,
    GoldOrganization,
    GoldPercentage,
    GoldQuantity,
)
from wirefacts.interchange.gold_files import read_gold
from wirefacts.interchange.gold_out import write_gold
from wirefacts.interchange.json_files import GoldError
from wirefacts.interchange.marked import Annotated, Mark, MarkedText
from wirefacts.interchange.newsquant import QuantitySentence, read_newsquant
from wirefacts.interchange.timeml import TimexDocument, read_timeml

__all__ = [
    "Annotated",
    "GoldArticle",
    "GoldDate",
    "GoldError",
    "GoldFact",
    "GoldMoney",
    "GoldObservation",
    "GoldOrganization",
    "GoldPercentage",
    "GoldQuantity",
    "Mark",
    "MarkedText",
    "NameDocument",
    "QuantitySentence",
    "TimexDocument",
    "read_gold",
    "read_names",
    "read_newsquant",
    "read_timeml",
    "write_gold",
]
