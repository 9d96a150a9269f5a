"""Parts of screens that draw themselves line by line; none of them compares anything."""
