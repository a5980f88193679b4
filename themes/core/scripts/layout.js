// Empty: what only one theme does stands in its own file of this name.
