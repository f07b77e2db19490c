"""Empty: others fill it."""
