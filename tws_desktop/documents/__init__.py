"""One block model and its writers: Word, PDF, screen."""
