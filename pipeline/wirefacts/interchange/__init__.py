"""Gold and annotation forms in and out."""

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
from wirefacts.interchange.gold_files import GoldError, read_gold

__all__ = [
    "GoldArticle",
    "GoldDate",
    "GoldError",
    "GoldFact",
    "GoldMoney",
    "GoldObservation",
    "GoldOrganization",
    "GoldPercentage",
    "GoldQuantity",
    "read_gold",
]
