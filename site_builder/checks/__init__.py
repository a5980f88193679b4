"""Questions asked of the Site and the Plan in every build, before anything is rendered."""
