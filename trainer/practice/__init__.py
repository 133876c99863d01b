"""What happens when someone plays a scenario: the engine, the scores, the report."""
