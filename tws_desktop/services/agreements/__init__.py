"""The agreement desk: drafting, proposing, editing, origin, paper, findings, templates, versions."""
