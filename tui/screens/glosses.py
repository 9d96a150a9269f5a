"""Asking whether text may leave the machine for a gloss."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.desk import LANGUAGE_NAMES
from tui.glossing import Provider
from tui.layout.cells import shown
from tui.screens.dialogs import DIALOG_CSS, Dialog
from tui.widgets.menu import Entry, Menu


class Consent(Dialog[bool]):
    """Whether glosses may be asked for; gives the answer, or None where the reader gave none."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Consent") + "Consent Menu { dock: bottom; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "close")]

    def __init__(self, by: Provider) -> None:
        super().__init__()
        self.by = by

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "Machine glosses"
            box.border_subtitle = "Enter choose · Esc close"
            yield Static("\n".join(map(shown, self.lines())), markup=False)
            menu = Menu([Entry("no", "no, nothing leaves this machine", key="n"),
                         Entry("yes", f"yes, send what I ask for to {shown(self.by.name)}", key="y")])  # fmt: skip
            menu.styles.height = 2
            yield menu

    def lines(self) -> list[str]:
        """What the reader has to know before saying yes."""
        target = LANGUAGE_NAMES.get(self.by.target, self.by.target)
        return [
            f"A gloss is a machine translation into {target}, never a text of the United Nations.",
            f"It would come from {self.by.name}, over the network.",
            "",
            "If you agree, the words of the paragraph under the reader are sent there when you press g, and "
            "nothing else. What is sent is written down, and its gloss kept, in",
            str(self.by.folder),
            "M takes your answer back.",
            "",
        ]

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        self.finish(event.value == "yes")
