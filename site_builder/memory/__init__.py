"""What is remembered between runs, applied from outside the stages: they do not know it exists.

Losing the memory costs time and nothing else. Nothing in it can run code: facts are JSON, and
bodies and shards are text named by their digest.
"""
