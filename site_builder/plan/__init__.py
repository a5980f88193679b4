"""Stage 4, Site → Plan: every address, and what the page there will show. Pure."""
