"""How a comparison lies on a grid of cells: arithmetic and text, for the screen and plain output."""
