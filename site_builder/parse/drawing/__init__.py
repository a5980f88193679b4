"""What both readers of Markdown draw and ask, for neither of them to import the other's library."""
