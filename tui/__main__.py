"""`python -m tui` is the same program as `resdiff`."""

from tui.cli import main

main()
