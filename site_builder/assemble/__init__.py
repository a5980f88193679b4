"""Stage 3, Documents → Site: the barrier. Here, for the first time, the texts meet each other."""
