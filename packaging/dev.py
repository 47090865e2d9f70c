"""Prepare the environment and run one of the five commands: run, test, bench, build, screens.

Needs nothing but Python. What is older than 3.11 still reads this file far enough to get the sentence.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (the one place that an older Python reaches)
    sys.exit(
        "TWS Desktop braucht Python 3.11 oder neuer; hier ist Python %d.%d. "  # noqa: UP031
        "Bitte Python 3.11 oder neuer installieren und damit packaging/dev.py aufrufen." % sys.version_info[:2]
    )

from commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
