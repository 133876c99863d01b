"""Plain mode: a play line by line, for pipes, screen readers, dumb terminals and scripts."""
