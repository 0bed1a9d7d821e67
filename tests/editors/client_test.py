"""The server as a script sees it, over each way to reach it."""

import os
import pathlib
import socket
import subprocess
import unittest
import urllib.parse

import lsp
import sample

TAGS = sample.SCENARIO["tags"]
REFERENCE = sample.SCENARIO["reference"]
DUPLICATE = sample.SCENARIO["duplicate"]


def path_of(uri):
    return pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))


def units(text):
    return len(text.encode("utf-16-le")) // 2


def text_of(hover):
    contents = hover["contents"]
    return contents["value"] if isinstance(contents, dict) else str(contents)


class Client(sample.NotesTest):
    def start(self, *arguments, **kwargs):
        command = [sample.server(), "lsp", "--record", str(self.recording), *arguments]
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")}
        process = subprocess.Popen(command, env=environment, **kwargs)
        # Undone last: a pipe that is being read cannot be closed before its other end is.
        for pipe in filter(None, (process.stdin, process.stdout)):
            self.addCleanup(pipe.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def connect(self, process, family, address):
        connection = socket.socket(family)
        self.addCleanup(connection.close)

        def connected():
            self.assertIsNone(process.poll(), "the server has quit")
            try:
                connection.connect(address)
                return True
            except (FileNotFoundError, ConnectionRefusedError):
                return False

        sample.wait("the server to listen", connected)
        return lsp.Client(connection.makefile("rb"), connection.makefile("wb"))

    def at(self, line, character):
        return {
            "textDocument": {"uri": self.note.as_uri()},
            "position": {"line": line, "character": character},
        }

    def open(self, client):
        self.text = self.note.read_bytes().decode()
        root = self.notes.as_uri()
        told = client.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "notes"}],
                "capabilities": {
                    "workspace": {
                        "workspaceEdit": {
                            "documentChanges": True,
                            "resourceOperations": ["create", "delete"],
                            "changeAnnotationSupport": {},
                        }
                    },
                    "textDocument": {
                        "hover": {"contentFormat": ["markdown"]},
                        "publishDiagnostics": {"relatedInformation": True},
                        "codeAction": {
                            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}
                        },
                    },
                    "window": {"showDocument": {"support": True}},
                },
            },
        )
        self.assertEqual(told["serverInfo"]["name"], "papernotes")
        client.notify("initialized", {})
        document = {
            "uri": self.note.as_uri(),
            "languageId": "markdown",
            "version": 1,
            "text": self.text,
        }
        client.notify("textDocument/didOpen", {"textDocument": document})

    def sees_duplicate(self, client):
        line = DUPLICATE["line"] - 1
        other = (self.notes / DUPLICATE["path"], DUPLICATE["other_line"] - 1)

        def places(params):
            return {
                (path_of(info["location"]["uri"]), info["location"]["range"]["start"]["line"])
                for diagnostic in params["diagnostics"]
                if diagnostic["range"]["start"]["line"] == line
                for info in diagnostic.get("relatedInformation", [])
            }

        return client.wait_for(
            "textDocument/publishDiagnostics",
            lambda params: params["uri"] == self.note.as_uri() and other in places(params),
        )["diagnostics"]

    def acts_on_duplicate(self, client, diagnostics):
        line = DUPLICATE["line"] - 1
        place = {"line": line, "character": 0}
        actions = client.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": self.note.as_uri()},
                "range": {"start": place, "end": place},
                "context": {
                    "diagnostics": [
                        one for one in diagnostics if one["range"]["start"]["line"] == line
                    ]
                },
            },
        )
        other = f"{DUPLICATE['path']}:{DUPLICATE['other_line']}"
        by_title = {action["title"]: action for action in actions}
        for title in ("Merge into ", "Different works: this and ", "Link as versions: this and "):
            self.assertIn("edit", by_title[title + other])
            self.assertTrue(by_title[title + other]["diagnostics"])
        command = by_title["Go to " + other]["command"]
        client.request(
            "workspace/executeCommand",
            {"command": command["command"], "arguments": command["arguments"]},
        )
        client.wait_for(
            "window/showDocument",
            lambda params: path_of(params["uri"]) == self.notes / DUPLICATE["path"],
        )

    def completes_tags(self, client):
        version, last = 1, self.text.count("\n")
        for typed, tag in TAGS.items():
            version += 1
            client.notify(
                "textDocument/didChange",
                {
                    "textDocument": {"uri": self.note.as_uri(), "version": version},
                    "contentChanges": [{"text": f"{self.text}\n{typed}\n"}],
                },
            )
            listed = client.request("textDocument/completion", self.at(last + 1, units(typed)))
            items = listed["items"] if isinstance(listed, dict) else listed
            edits = [item["textEdit"] for item in items if item["textEdit"]["newText"] == tag]
            self.assertEqual(len(edits), 1, [item["label"] for item in items])
            span = edits[0]["range"]
            self.assertEqual(
                (span["start"]["character"], span["end"]["character"]), (0, units(typed))
            )
        client.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.note.as_uri(), "version": version + 1},
                "contentChanges": [{"text": self.text}],
            },
        )

    def follows_reference(self, client):
        before, found, _ = self.text.partition(REFERENCE["text"])
        self.assertTrue(found, "the note has no such reference")
        place = self.at(before.count("\n"), units((before + found).rpartition("\n")[2]) - 1)
        card = text_of(client.request("textDocument/hover", place))
        for words in REFERENCE["card"]:
            self.assertIn(words, card)
        targets = client.request("textDocument/definition", place)
        [target] = targets if isinstance(targets, list) else [targets]
        uri = target.get("targetUri") or target["uri"]
        start = (target.get("targetSelectionRange") or target["range"])["start"]
        self.assertEqual(path_of(uri), self.notes / REFERENCE["path"])
        self.assertEqual(start["line"] + 1, REFERENCE["line"])

    def close(self, client):
        self.assertIsNone(client.request("shutdown"))
        client.notify("exit")

    def talk(self, client):
        self.open(client)
        self.acts_on_duplicate(client, self.sees_duplicate(client))
        self.completes_tags(client)
        self.follows_reference(client)
        self.close(client)

    def test_stdio(self):
        process = self.start(stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.talk(lsp.Client(process.stdout, process.stdin))
        self.assertEqual(process.wait(20), 0)
        self.check_recording(self.recording)

    def test_a_second_start(self):
        """What the first kept changes no answer of the second, nor what neither uses nor keeps."""
        kept = self.folder / "cache/papernotes"
        for arguments in (["--no-cache"], [], []):
            process = self.start(*arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            client = lsp.Client(process.stdout, process.stdin)
            self.open(client)
            self.sees_duplicate(client)
            self.follows_reference(client)
            if arguments:
                self.assertFalse(kept.exists())
            else:
                sample.wait("something to be kept", lambda: list(kept.glob("*.sqlite")))
            self.close(client)
            self.assertEqual(process.wait(20), 0)

    def test_tcp(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = free.getsockname()
        process = self.start("--listen", f"{address[0]}:{address[1]}")
        self.talk(self.connect(process, socket.AF_INET, address))
        self.check_recording(self.recording)

    def test_unix_socket(self):
        path = str(self.folder / "socket")
        process = self.start("--listen", f"unix:{path}")
        self.talk(self.connect(process, socket.AF_UNIX, path))
        self.check_recording(self.recording)


if __name__ == "__main__":
    unittest.main()
