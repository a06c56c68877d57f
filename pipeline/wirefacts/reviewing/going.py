"""The keys of the desk that go about: from fact to fact, article to article, filtered, ordered, searched for."""

from textual import work

from wirefacts.reviewing.article_view import ArticleView
from wirefacts.reviewing.asking import AskLine, AskOne, ShowKeys
from wirefacts.reviewing.queue import wanted
from wirefacts.reviewing.queue_view import QueueView
from wirefacts.reviewing.surface import Surface


class Going(Surface):
    """The surface with the keys that look for what comes next; none of them decides anything."""

    sought = ""

    def _go(self, position: int) -> None:
        dropped = self.drop()
        self.sitting.queue.step(position - self.sitting.queue.position)
        self.show(dropped)

    def action_step(self, by: int) -> None:
        """The next fact of the queue, or the one before."""
        self._go(self.sitting.queue.position + by)

    def on_queue_view_chosen(self, event: QueueView.Chosen) -> None:
        """A fact was clicked on."""
        self._go(event.position)

    def on_article_view_picked(self, event: ArticleView.Picked) -> None:
        """A place of the text was clicked on: its fact, the innermost one."""
        article = self.sitting.article
        here = [line for line in self.sitting.queue.of_article(article or 0) if line.start <= event.offset < line.end]
        if here:
            dropped = self.drop()
            inner = min(here, key=lambda line: line.end - line.start)
            shown = self.sitting.queue.go_to(inner.key)
            self.show(dropped if shown else f"{inner.surface} is not in the queue as it is filtered")

    @work
    async def action_filter(self) -> None:
        """Show some of the facts."""
        self.drop()
        question = (
            "Show facts that are: left, accepted, rejected, corrected, added; money, percentage, quantity, date, organization; and words of them"
        )
        queue = self.sitting.queue

        def told(written: str) -> str:
            return f"{queue.count(wanted(written)):,} facts; nothing written shows all"

        written = await self.push_screen_wait(AskLine(question, self.filtered, told))
        if written is not None:
            self.filtered = written.strip()
            queue.arrange(filtered=wanted(written))
            self.show(None if len(queue) else "no fact is so; f filters for others, with nothing written it shows all")

    @work
    async def action_search(self) -> None:
        """Go to the next fact with these words, in itself or in its sentence."""
        self.drop()
        question = "Search facts, and after them sentences, for (Enter again finds the next):"
        written = await self.push_screen_wait(AskLine(question, self.sought, lambda _: ""))
        if not written:
            return
        self.sought = written

        def act() -> str:
            found = self.sitting.find(written)
            if found is None:
                return f"no fact in the queue contains {written!r}, nor does its sentence"
            return "" if found == "fact" else f"{written!r} is in its sentence"

        self.tried(act)

    def action_order(self) -> None:
        """Doubtful first, or as the text runs."""
        self.drop()
        self.sitting.queue.arrange("text" if self.sitting.queue.order == "doubt" else "doubt")
        self.show()

    @work
    async def action_jump(self) -> None:
        """Go to an article."""
        self.drop()
        rows = self.sitting.articles()
        titles = self.sitting.ledger.titles()
        told = [self._of_article(row, *titles[row]) for row in rows]
        here = rows.index(self.sitting.article) if self.sitting.article in rows else 0
        chosen = await self.push_screen_wait(AskOne("Which article?", told, here))
        if chosen is not None:
            self.sitting.look_at(rows[chosen])
            self.show()

    def _of_article(self, row: int, name: str, title: str) -> str:
        told = "done" if self.sitting.is_done(row) else f"{self.sitting.queue.left_in(row)} left"
        return f"{name}  {title}  ({told})"

    def action_pane(self) -> None:
        """To the article and back."""
        self.drop()
        (self.queue_view if self.article_view.has_focus else self.article_view).focus()

    def action_keys(self) -> None:
        """Show the keys."""
        self.push_screen(ShowKeys())

    def action_leave(self) -> None:
        """End the sitting."""
        self.exit()
