"""The app in the terminal: the only part that imports textual."""
