import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from wirefacts.cli.messages import Messages


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@contextmanager
def terminal() -> Iterator[Terminal]:
    with pytest.MonkeyPatch.context() as patch, Terminal() as screen:
        patch.setattr("sys.stderr", screen)
        patch.setenv("TERM", "xterm")
        yield screen


def test_a_bar_comes_with_the_second_article_and_messages_pass_above_it() -> None:
    with terminal() as screen:
        with Messages(total=3) as messages:
            messages.advance(shown=False)
            assert screen.getvalue() == ""
            messages.advance(shown=False)
            messages.fail("[red]a.txt[/]\x1b[31m: empty")
            messages.advance(shown=False)
        written = screen.getvalue()
    assert "articles" in written
    assert "3/3" in written
    assert "wirefacts: [red]a.txt[/]␛[31m: empty\n" in written


@pytest.mark.parametrize(("quiet", "shown"), [(True, False), (False, True)])
def test_no_bar_when_quiet_or_in_the_way_of_results(quiet: bool, shown: bool) -> None:
    with terminal() as screen:
        with Messages(quiet=quiet) as messages:
            for _ in range(3):
                messages.advance(shown=shown)
        assert screen.getvalue() == ""


def test_quiet_keeps_failures_and_drops_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    messages = Messages(quiet=True)
    messages.warn("a")
    messages.fail("b\nc")
    assert capsys.readouterr().err == "wirefacts: b c\n"
    assert messages.failures == 1
