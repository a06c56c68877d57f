"""The bundled article, and the specimen, in ledgers."""

import shutil
from pathlib import Path

import pytest

from wirefacts.extractor import Extractor
from wirefacts.ledger import Ledger
from wirefacts.reading import story_of
from wirefacts.records.specimen import TEXT, specimen

ARTICLE = Path(__file__).parents[2] / "corpus" / "liaoning-2022-07-19" / "article.txt"


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled article, extracted into a ledger once."""
    path = tmp_path_factory.mktemp("extracted") / "facts.db"
    text = ARTICLE.read_bytes().decode()
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(Extractor().extract(story_of(text, id="liaoning")), text)
    return path


@pytest.fixture
def article(extracted: Path, tmp_path: Path) -> Path:
    """A ledger of one's own with the bundled article."""
    return Path(shutil.copy(extracted, tmp_path / "article.db"))


@pytest.fixture
def harbor(tmp_path: Path) -> Path:
    """A ledger with the specimen, twelve facts."""
    path = tmp_path / "harbor.db"
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(specimen(), TEXT)
    return path
