"""Property tests judge results, never how long a busy machine took."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
