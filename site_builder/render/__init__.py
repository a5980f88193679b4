"""Stage 5, Route → bytes: the only room that knows templates and makes final markup."""
