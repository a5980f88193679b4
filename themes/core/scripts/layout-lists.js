// Empty: what only one theme does on lists.
