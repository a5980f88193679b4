"""Questions asked of the Site and the Plan, before anything is rendered."""
