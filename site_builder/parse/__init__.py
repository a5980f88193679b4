"""Second stage: one source becomes one document."""
