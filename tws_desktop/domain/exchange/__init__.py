"""What a package says: the shape of the document, the rules about it, and its plain form."""
