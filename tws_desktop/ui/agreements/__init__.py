"""The place of the agreements: the list, the desk with outline, paper and evidence, output and templates."""
