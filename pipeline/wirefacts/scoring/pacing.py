"""The process in which one extractor is timed: `python -m wirefacts.scoring.pacing NAME MODEL TEXTS [once]`.

It loads the extractor and says how long that took, then answers `round` with the seconds for all texts and `memory` with the most it held;
with `once` it reads the texts once and ends.
"""

import datetime as dt
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

_DAY = dt.date(2022, 7, 19)
_KILOBYTES = 1024 if sys.platform == "darwin" else 1
"""What `ru_maxrss` counts in, to a kilobyte."""

Reader = Callable[[list[str]], None]


def reader(name: str, model: str | None) -> Reader:
    """What reads texts as the extractor of that name does; raises RuntimeError, in one line, where there is none."""
    from wirefacts.mentions.model import DEFAULT_MODEL, load_model

    if name == "spacy":
        nlp = load_model(model or DEFAULT_MODEL)
        return lambda texts: _exhaust(nlp.pipe(texts, batch_size=16))
    if name == "wirefacts":
        from wirefacts.extractor import Extractor
        from wirefacts.reading import story_of

        extractor = Extractor(model)
        return lambda texts: _exhaust(extractor.pipe(story_of(text, id=str(index), published=_DAY) for index, text in enumerate(texts)))
    from wirefacts.scoring.peers import loaded_peer
    from wirefacts.scoring.systems import peer_facts

    peer = loaded_peer(name, load_model(model or DEFAULT_MODEL)) if name == "glue" else loaded_peer(name, None)
    if isinstance(peer, str):
        raise RuntimeError(peer)  # noqa: TRY004 - it is the reason why there is no peer
    return lambda texts: _exhaust(peer_facts(peer, text, _DAY) for text in texts)


def _exhaust(results: Iterable[object]) -> None:
    for _ in results:
        pass


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES / 1024


def main(name: str, model: str, file: str, once: str = "") -> None:
    """Load, then answer on standard output what standard input asks."""
    answers = sys.stdout
    sys.stdout = sys.stderr
    texts: list[str] = json.loads(Path(file).read_text(encoding="utf-8"))

    def answer(**fields: object) -> None:
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    try:
        began = time.perf_counter()
        read = reader(name, model or None)
        answer(load=time.perf_counter() - began)
        read(texts if once else texts[:2])
        for asked in () if once else sys.stdin:
            if asked.strip() == "memory":
                answer(megabytes=_megabytes())
                continue
            began = time.perf_counter()
            read(texts)
            answer(seconds=time.perf_counter() - began)
    except Exception as error:  # noqa: BLE001 - told in one line to whoever races it
        answer(failure=f"{type(error).__name__}: {(str(error).splitlines() or [''])[0]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
