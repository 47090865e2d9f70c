"""The ways to work on a step: what a method's board shows and takes."""
