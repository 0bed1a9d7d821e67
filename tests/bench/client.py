"""A language client that adds little to what it measures: raw reads and writes, one thread, and an
answer is parsed after the clock was read."""

import fcntl
import json
import os
import shutil
import select
import subprocess
import time
from pathlib import Path
from urllib.parse import quote, unquote

_F_SETPIPE_SZ = 1031


def uri_of(path):
    return "file://" + quote(str(path))


def path_of(uri):
    return unquote(uri.removeprefix("file://"))


class Lost(Exception):
    """The server has gone, or says nothing."""


class Client:
    """Owns the server's process. `settings` answer whatever section it asks for. `relayed`: the
    command only relays, to a process below it that is the server."""

    def __init__(self, command, root, settings=None, environment=None, relayed=False):
        self.settings, self.relayed, self.last_id = settings, relayed, 0
        # What was read and not taken is buffer[begin:end].
        self.buffer, self.begin, self.end = bytearray(1 << 22), 0, 0
        self.notifications = []  # (seconds, method, params)
        # The server runs in the vault, where a relative path to it leads nowhere.
        command = [shutil.which(command[0]) or command[0], *command[1:]]
        command[0] = os.path.abspath(command[0])
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            bufsize=0, env={**os.environ, **(environment or {})}, cwd=root,
        )
        self.input, self.output = self.process.stdin.fileno(), self.process.stdout.fileno()
        for pipe in (self.input, self.output):
            fcntl.fcntl(pipe, _F_SETPIPE_SZ, 1 << 20)

    @staticmethod
    def _frame(message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)

    def _write(self, data):
        view = memoryview(data)
        while view:
            view = view[os.write(self.input, view) :]

    def notify(self, method, params):
        self._write(self._frame({"method": method, "params": params}))

    def ask(self, method, params, before=(), timeout=600):
        """(seconds, result). `before`: notifications that are sent in the same breath."""
        self.last_id += 1
        data = b"".join(self._frame({"method": m, "params": p}) for m, p in before)
        data += self._frame({"id": self.last_id, "method": method, "params": params})
        began = time.perf_counter()
        self._write(data)
        while True:
            at, message = self._take(began + timeout)
            if "method" not in message and message.get("id") == self.last_id:
                if "error" in message:
                    raise Lost(f"{method}: {message['error']}")
                return at - began, message["result"]

    def await_notification(self, method, accept, timeout=10):
        """When the first one from now on is accepted; nothing when none is in time."""
        deadline = time.perf_counter() + timeout
        seen = len(self.notifications)
        while True:
            for at, name, params in self.notifications[seen:]:
                seen += 1
                if name == method and accept(params):
                    return at
            try:
                self._take(deadline)
            except TimeoutError:
                return None

    def _take(self, deadline):
        """(when, message); what the server asks is answered on the way."""
        at, body = self._read(deadline)
        message = json.loads(body)
        if "method" in message and "id" in message:
            self._write(self._frame({"id": message["id"], "result": self._reply(message)}))
        elif "method" in message:
            self.notifications.append((at, message["method"], message.get("params")))
        return at, message

    def _reply(self, message):
        if message["method"] == "workspace/configuration":
            return [self.settings for _ in message["params"]["items"]]
        return None

    def _read(self, deadline):
        while (body := self.buffer.find(b"\r\n\r\n", self.begin, self.end) + 4) < 4:
            self._fill(deadline)
        header = self.buffer[self.begin : body].lower()
        after = body + int(header.split(b"content-length:")[1].split(b"\r\n")[0])
        while self.end < after:
            missing = after - len(self.buffer)
            if missing > 0:
                self.buffer += bytes(missing)
            self._fill(deadline)
        at = time.perf_counter()
        taken = bytes(memoryview(self.buffer)[body:after])
        self.begin = after
        if self.begin == self.end or self.begin > 1 << 21:
            left = self.buffer[self.begin : self.end]
            self.buffer[: len(left)] = left
            self.begin, self.end = 0, len(left)
        return at, taken

    def _fill(self, deadline):
        """Reads into the buffer, which is kept: fresh memory would cost more than the reading."""
        if self.end == len(self.buffer):
            self.buffer += bytes(len(self.buffer))
        left = deadline - time.perf_counter()
        if left <= 0 or not select.select([self.output], [], [], left)[0]:
            raise TimeoutError
        size = os.readv(self.output, [memoryview(self.buffer)[self.end :]])
        if not size:
            raise Lost("the server has gone")
        self.end += size

    def tree(self):
        """The server's process and those below it."""
        pids, below = [self.process.pid], {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                    below.setdefault(parent, []).append(int(entry.name))
                except OSError:
                    pass
        for pid in pids:
            pids += below.get(pid, [])
        return pids[1:] if self.relayed else pids

    def _sum(self, read):
        total = 0
        for pid in self.tree():
            try:
                total += read(Path(f"/proc/{pid}"))
            except OSError:
                pass
        return total

    def cpu(self):
        """Seconds of processor time so far."""
        def ticks(folder):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            return int(fields[11]) + int(fields[12])
        return self._sum(ticks) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self):
        """Bytes."""
        return 1024 * self._sum(lambda folder: _status(folder, "VmHWM"))

    def wakeups(self, seconds=3):
        """How often a second any of its threads wakes while nothing is asked."""
        def switches(folder):
            return sum(_status(t, "voluntary_ctxt_switches") for t in (folder / "task").iterdir())
        before = self._sum(switches)
        time.sleep(seconds)
        return (self._sum(switches) - before) / seconds

    def close(self):
        try:
            self.ask("shutdown", None, timeout=20)
            self.notify("exit", None)
            self.process.wait(20)
        except (Lost, TimeoutError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()


def _status(folder, name):
    for line in (folder / "status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    return 0
