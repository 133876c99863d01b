"""What an author wrote: the scenario format, its errors, its warnings and its graph."""
