"""How a comparison lies on a grid of cells: pure arithmetic and text, shared by the screen and plain output."""
