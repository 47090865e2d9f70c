"""`python -m tws_desktop` is the installed command."""

from __future__ import annotations

import sys

from tws_desktop.app.start import main

if __name__ == "__main__":
    sys.exit(main())
