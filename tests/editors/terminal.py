"""A terminal of its own for a program that a person looks at: keys go in, the screen comes out."""

import os
import shlex
import subprocess

import sample


class Terminal:
    def __init__(self, folder, command, environment, columns=110, rows=30):
        self.tmux = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        settings = [
            "set",
            "-g",
            "default-terminal",
            "tmux-256color",
            ";",
            "set",
            "-g",
            "status",
            "off",
            ";",
        ]
        settings += ["set", "-s", "escape-time", "0", ";"]
        size = ["-x", str(columns), "-y", str(rows)]
        self._run(
            *settings,
            "new-session",
            "-d",
            *size,
            shlex.join(command),
            env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        )

    def _run(self, *arguments, **kwargs):
        done = subprocess.run([*self.tmux, *arguments], capture_output=True, text=True, **kwargs)
        if done.returncode != 0:
            raise AssertionError(f"tmux {arguments[0]}: {done.stderr}")
        return done.stdout

    def press(self, *keys):
        """Keys by tmux's names: Escape, C-x, Enter."""
        self._run("send-keys", *keys)

    def type(self, text):
        self._run("send-keys", "-l", "--", text)

    def screen(self):
        return self._run("capture-pane", "-p")

    def wait_for(self, *texts):
        """Waits until every text is to be seen, and returns the screen."""
        try:
            sample.wait(texts, lambda: all(text in self.screen() for text in texts))
        except AssertionError as error:
            raise AssertionError(f"{error}; the screen:\n{self.screen()}") from None
        return self.screen()

    def close(self):
        subprocess.run([*self.tmux, "kill-server"], capture_output=True)
