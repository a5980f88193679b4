"""One kind of page a file: each is a function ``(Site, PlanContext) → Routes``."""
