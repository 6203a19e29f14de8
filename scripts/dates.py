"""The day a build belongs to: that of the commit, so that two builds of one commit are the same."""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHINA = timezone(timedelta(hours=8))
DAY = 24 * 60 * 60


def epoch() -> int:
    """Seconds: SOURCE_DATE_EPOCH if set, else the commit's, else the start of today (no commit yet)."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return start_of_today()
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else start_of_today()


def start_of_today() -> int:
    offset = 8 * 60 * 60
    return (int(time.time()) + offset) // DAY * DAY - offset


def today() -> str:
    """The day in China at that moment, as YYYY-MM-DD."""
    return datetime.fromtimestamp(epoch(), CHINA).date().isoformat()


def today_in_china() -> str:
    """The day it is now, for what somebody records or looks up; a build belongs to its commit instead."""
    return datetime.now(CHINA).date().isoformat()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["epoch", "today"])
    print({"epoch": epoch, "today": today}[parser.parse_args().what]())


if __name__ == "__main__":
    main()
