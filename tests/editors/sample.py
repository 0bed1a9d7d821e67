"""What the tests of all editors share: the sample notes, what is in them, the server and its recordings.

scenario.json says what a person does in the notes and what must come of it. Another such file
(PAPERNOTES_SCENARIO), with other notes, runs the same tests on them.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = ROOT / "build/editors"
EDITORS = pathlib.Path(
    os.environ.get("PAPERNOTES_EDITORS")
    or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    / "papernotes-editors"
)
SCENARIO = json.loads(
    pathlib.Path(os.environ.get("PAPERNOTES_SCENARIO") or HERE / "scenario.json").read_text()
)
CHECKER = os.environ.get("LSPCHECK")


def server():
    """The program under test."""
    built = [ROOT / "build" / preset / "papernotes" for preset in ("release", "debug")]
    named = os.environ.get("PAPERNOTES_SERVER")
    found = [path for path in ([named] if named else built) if os.access(path, os.X_OK)]
    if not found:
        raise SystemExit("no server is built: build the release preset or set PAPERNOTES_SERVER")
    return str(pathlib.Path(found[0]).resolve())


def wait(what, condition, seconds=20):
    """Waits until the condition holds, and returns what it said."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} seconds in vain for {what}")
        time.sleep(0.02)


class NotesTest(unittest.TestCase):
    """A test with its own copy of the notes and a recording of what was said."""

    def setUp(self):
        OUT.mkdir(parents=True, exist_ok=True)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="papernotes-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copytree(ROOT / SCENARIO["notes"], self.folder / "notes")
        self.notes = self.folder / "notes"
        (self.notes / ".papernotes.toml").touch()
        self.note = self.notes / SCENARIO["note"]
        self.recording = OUT / f"{self.name()}.jsonl"
        self.recording.unlink(missing_ok=True)

    def name(self):
        """The test's name as a file name."""
        return self.id().split(".", 1)[1].replace(".test_", "-").replace(".", "-").lower()

    def check_recording(self, recording):
        """Both sides were recorded and, if there is a checker, said what the protocol allows."""
        self.assertTrue(recording.exists(), "nothing was recorded")
        messages = [json.loads(line) for line in recording.read_text().splitlines()]
        self.assertEqual({message["d"] for message in messages}, {"c", "s"})
        if CHECKER:
            done = subprocess.run(
                [sys.executable, CHECKER, recording], capture_output=True, text=True
            )
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
