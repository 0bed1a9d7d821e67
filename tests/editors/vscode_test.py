"""Papernotes in a real VS Code: the packed extension, with the server in it, in a browser."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import unittest

import sample

VSCODE = sample.EDITORS / "vscode"
EXTENSION = sample.ROOT / "editors/vscode"


def run(*command, **kwargs):
    environment = {**os.environ, "PATH": f"{VSCODE / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, **kwargs)
    if done.returncode != 0:
        raise AssertionError(f"{command}:\n{done.stdout}{done.stderr}")
    return done.stdout


class VSCode(sample.NotesTest):
    """One session, because starting takes half a minute; each step of it is a subtest."""

    def package(self):
        if not (EXTENSION / "node_modules").exists():
            run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=EXTENSION)
        run("npm", "run", "package", "--", sample.server(), cwd=EXTENSION)
        [packed] = EXTENSION.glob("*.vsix")
        return packed

    def test_session(self):
        work = tempfile.mkdtemp(prefix="vscode-")
        self.addCleanup(shutil.rmtree, work, ignore_errors=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        restarted = self.recording.with_stem(self.recording.stem + "-restarted")
        restarted.unlink(missing_ok=True)
        lines = self.note.read_bytes().decode().split("\n")
        text = sample.SCENARIO["reference"]["text"]
        job = {
            "scenario": sample.SCENARIO,
            "referenceLine": next(i for i, line in enumerate(lines, 1) if line.startswith(text)),
            "vscode": str(VSCODE),
            "vsix": str(self.package()),
            "notes": str(self.notes),
            "work": work,
            "port": port,
            "out": str(sample.OUT),
            "recordings": [str(self.recording), str(restarted)],
        }
        (self.folder / "job.json").write_text(json.dumps(job))
        told = run(
            "node", str(sample.HERE / "vscode.mjs"), str(self.folder / "job.json"), timeout=600
        )
        for step, error in json.loads(told).items():
            with self.subTest(step):
                self.assertIsNone(error)
        self.check_recording(self.recording)
        self.check_recording(restarted)


if __name__ == "__main__":
    unittest.main()
