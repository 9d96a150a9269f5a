"""The program as a process: `resdiff`, or `python -m tui`."""

from __future__ import annotations

import gc

GARBAGE_AFTER = 50_000  # objects; from 10_000 to 100_000 alike, and an hour on the screen stays bounded


def main() -> None:
    """Run the command line without looking for garbage where there is none."""
    # Most runs end before garbage matters; the usual search at every 700 objects is a fortieth of a comparison.
    gc.set_threshold(GARBAGE_AFTER)
    from tui.cli import main as run

    try:
        run()
    finally:
        gc.freeze()  # at the end the system takes all memory back: going through it first costs a twentieth


if __name__ == "__main__":
    main()
