"""A questionnaire, filled in together."""
