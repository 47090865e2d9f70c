"""Places, presenters and the kit they are built of; never names a method."""
