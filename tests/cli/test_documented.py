from pathlib import Path

import click
import pytest

from wirefacts.cli import main

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def verbs(group: click.Group) -> dict[str, click.Command]:
    """The verbs of a group, and the verbs of these that are groups."""
    context = click.Context(group)
    own = {name: verb for name in group.list_commands(context) if (verb := group.get_command(context, name))}
    inner = {name: verbs(verb) for name, verb in own.items() if isinstance(verb, click.Group)}
    return own | {f"{name} {other}": verb for name, others in inner.items() for other, verb in others.items()}


VERBS = verbs(main)
OPTIONS = [
    (verb, name)
    for verb, command in VERBS.items()
    for option in command.params
    if isinstance(option, click.Option)
    for name in option.opts
    if name.startswith("--")
]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme_and_has_help_with_an_example(verb: str) -> None:
    assert f"wirefacts {verb}" in README or f"`{verb.rsplit(maxsplit=1)[-1]}" in README
    assert f"wirefacts {verb}" in (VERBS[verb].help or "")


@pytest.mark.parametrize(("verb", "name"), OPTIONS)
def test_every_option_is_in_the_readme(verb: str, name: str) -> None:
    assert f"{name}`" in README or f"{name} " in README, f"{verb} {name} is not told of in README.md"


@pytest.mark.parametrize(("verb", "option"), [(verb, option) for verb, command in VERBS.items() for option in command.params])
def test_every_option_says_what_it_does(verb: str, option: click.Parameter) -> None:
    assert isinstance(option, click.Argument) or getattr(option, "help", None), f"{verb} {option.name}"
