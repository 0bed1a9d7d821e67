#!/usr/bin/env python3
"""Measures a language server on a made-up vault, from outside.

    tests/bench/measure.py FOLDER COMMAND...

FOLDER is what `vault.py` made. Prints JSON: seconds to the answer of initialize and to the first
answer that is all of the truth, processor time, memory, wake-ups a second when nothing is asked, and
for each request how long its answers took, in milliseconds. In a vault of one note a key is struck
before each request, and the answer waits for it.
"""

import gc
import json
import os
import random
import sys
import time

from client import Client, Lost, path_of, uri_of
from document import Document

SETTINGS = {"diagnostics": {"delay": 0}}
CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": {"workDoneProgress": True},
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        # As the clients of VS Code and Neovim do.
        "completion": {
            "completionItem": {
                "documentationFormat": ["markdown", "plaintext"],
                "resolveSupport": {"properties": ["documentation", "additionalTextEdits"]},
            },
            "completionList": {"itemDefaults": ["editRange"]},
        },
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "definition": {"linkSupport": True},
        "publishDiagnostics": {"versionSupport": True},
    },
}


def distribution(seconds):
    ordered = sorted(1000 * s for s in seconds)
    at = lambda share: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)
    return {"n": len(ordered), "p50": at(0.5), "p90": at(0.9), "p99": at(0.99), "max": at(1)}


class Session:
    def __init__(self, folder, command, environment=None, relayed=False):
        self.root = os.path.realpath(folder)
        with open(f"{self.root}.json", encoding="utf-8") as file:
            self.truth = json.load(file)
        self.random = random.Random(1)
        self.strikes = self.truth["notes"] == 1
        self.client = Client(command, self.root, SETTINGS, environment, relayed)
        self.document, self.struck = None, None

    def start(self, patience=600):
        """Until the truth about the probe has been answered, whole."""
        client = self.client
        folder = {"uri": uri_of(self.root), "name": "vault"}
        client.ask("initialize", {
            "processId": os.getpid(), "rootUri": folder["uri"], "rootPath": self.root,
            "workspaceFolders": [folder], "capabilities": CAPABILITIES,
        })
        initialized = time.perf_counter() - client.began
        client.notify("initialized", {})
        meanwhile = []
        while True:
            began = time.perf_counter()
            is_all = self.is_all(self.probe())
            asked = time.perf_counter()
            meanwhile.append(asked - began)
            if is_all:
                break
            if asked - client.began > patience:
                raise Lost("never said all of the truth")
            # Asking takes time from reading: it asks again when all is read, or a while later.
            client.await_notification(
                "$/progress", lambda told: told["value"]["kind"] == "end",
                max(0.005, 4 * (asked - began)))
        first = time.perf_counter() - client.began
        return {
            "initialize": initialized, "first": first, "first_cpu": client.cpu(),
            "first_peak": client.peak_memory(), "asked": distribution(meanwhile),
        }

    def probe(self):
        query = {"query": self.truth["probe"]["word"]}
        _, symbols = self.client.ask("workspace/symbol", query)
        return {(os.path.relpath(path_of(s["location"]["uri"]), self.root),
                 s["location"]["range"]["start"]["line"]) for s in symbols or []}

    def is_all(self, places):
        """Every note that has the word in a title; other servers may know a title by its heading."""
        return {path for path, _ in self.truth["probe"]["titles"]} <= {path for path, _ in places}

    def open(self):
        path = (self.truth["twin"] or self.truth["probe"]["titles"])[-1][0]
        self.document = Document(os.path.join(self.root, path))
        self.client.notify(*self.document.opened())
        # What follows does not wait for the whole of it to be read.
        self.client.ask(
            "textDocument/documentSymbol", {"textDocument": {"uri": self.document.uri}})
        self.prose = self.document.prose()

    def common(self):
        """A place of the commonest tag, in a note that is open."""
        path, line = self.truth["common"]["uses"][-1]
        document = Document(os.path.join(self.root, path))
        if document.uri == self.document.uri:
            document = self.document
        else:
            self.client.notify(*document.opened())
        tag = self.truth["common"]["tag"]
        return document.ask_at((line, document.lines[line].index(tag) + 1))

    def keystroke(self):
        """What is typed before a request: a letter at the end of a line, then its removal."""
        if not self.strikes:
            return []
        if self.struck is None:
            self.struck = line = self.random.choice(self.prose)
            end = len(self.document.lines[line])
            return [self.document.change(line, end, end, "x")]
        line, self.struck = self.struck, None
        end = len(self.document.lines[line])
        return [self.document.change(line, end - 1, end, "")]

    def sample(self, method, params, count=200, budget=4.0):
        """Asks for what `params()` gives, over and over: at least ten times, then within budget."""
        seconds, began = [], time.perf_counter()
        while len(seconds) < count:
            if len(seconds) >= 10 and time.perf_counter() - began > budget:
                break
            before = self.keystroke()
            taken, _ = self.client.ask(method, params(), before)
            seconds.append(taken)
        return distribution(seconds)

    def typed(self, text, from_length, rounds=40, budget=4.0):
        """Completion after each letter from `from_length` on, with the edit it is typed by."""
        seconds, began, last = [], time.perf_counter(), None
        for _ in range(rounds):
            if seconds and time.perf_counter() - began > budget:
                break
            line = self.random.choice(self.prose)
            end = len(self.document.lines[line])
            for i, letter in enumerate(text, end):
                edit = self.document.change(line, i, i, letter)
                if i + 1 < end + from_length:
                    self.client.notify(*edit)
                    continue
                place = self.document.ask_at((line, i + 1))
                taken, last = self.client.ask("textDocument/completion", place, [edit])
                seconds.append(taken)
            self.client.notify(*self.document.change(line, end, end + len(text), ""))
        items = last["items"] if isinstance(last, dict) else last or []
        return distribution(seconds), [item["label"] for item in items]

    def diagnostics(self, count=100, budget=4.0):
        """From a letter typed in a title that was another's to what is said of that."""
        document, client = self.document, self.client
        twin = self.truth["twin"][-1][1]
        index = next(i for line, i in document.titles() if line == twin)
        seconds, began = [], time.perf_counter()
        while len(seconds) < count and (len(seconds) < 10 or time.perf_counter() - began < budget):
            adds = len(seconds) % 2 == 0
            edit = document.change(twin, index, index if adds else index + 1, "q" if adds else "")
            sent = time.perf_counter()
            client.notify(*edit)
            at = client.await_notification(
                "textDocument/publishDiagnostics",
                lambda told: told["uri"] == document.uri
                and told.get("version", document.version) == document.version)
            if at is None:
                return None
            seconds.append(at - sent)
        return distribution(seconds)

    def ask(self):
        """Every request, many times; and whether the answers that are known were right."""
        document, choose = self.document, self.random.choice
        titles, tags, references = document.titles(), document.tags(), document.references()
        everything = [titles, tags, references]
        at = lambda places: lambda: document.ask_at(choose(places))
        uses = {"context": {"includeDeclaration": False}}
        common = self.common()
        queries = [self.truth["probe"]["word"], "learning", "sparse att", "a", "翻訳", "ito",
                   "#LanguageModel", "#sel", "robust speech translation"]
        whole = lambda: {"textDocument": {"uri": document.uri}}
        out, right = {}, {}
        out["complete tag"], labels = self.typed(" #Sel", 2)
        right["complete tag"] = any("Selected Papers/Blogs" in label for label in labels)
        out["complete link"], labels = self.typed(" [[Quil", 3)
        named = sum(self.truth["probe"]["word"] in label for label in labels)
        right["complete link"] = named >= min(50, len(self.truth["probe"]["titles"]))
        out["hover"] = self.sample(
            "textDocument/hover", lambda: document.ask_at(choose(choose(everything))))
        out["definition"] = self.sample("textDocument/definition", at(references))
        out["references"] = self.sample(
            "textDocument/references", lambda: document.ask_at(choose(choose(everything)), **uses))
        out["references of the commonest tag"] = self.sample(
            "textDocument/references", lambda: {**common, **uses}, 50)
        _, found = self.client.ask("textDocument/references", {**common, **uses})
        right["references of the commonest tag"] = sorted(
            [os.path.relpath(path_of(f["uri"]), self.root), f["range"]["start"]["line"]]
            for f in found) == sorted(self.truth["common"]["uses"])
        out["documentSymbol"] = self.sample("textDocument/documentSymbol", whole)
        out["workspace/symbol"] = self.sample("workspace/symbol", lambda: {"query": choose(queries)})
        if self.strikes and self.struck is not None:
            self.client.notify(*self.keystroke()[0])
        out["edit to diagnostics"] = self.diagnostics() if self.truth["twin"] else None
        probed = [list(place) for place in self.probe()]
        right["workspace/symbol"] = sorted(probed) == sorted(self.truth["probe"]["titles"])
        return out, right


def measure(folder, command, environment=None, only_start=False):
    gc.disable()
    session = Session(folder, command, environment)
    try:
        result = session.start()
        if not only_start:
            session.open()
            result["requests"], result["right"] = session.ask()
            time.sleep(1)
            result["wakeups"] = session.client.wakeups()
        result["cpu"] = session.client.cpu()
        result["peak"] = session.client.peak_memory()
        return result
    finally:
        session.client.close()
        gc.enable()


def compare(folder, command, relayed=False, patience=180):
    """What any server for Markdown can be asked, ours and others: the start, a symbol of the
    workspace, and those of the note in which a key was struck."""
    gc.disable()
    session, result = Session(folder, command, relayed=relayed), {}
    try:
        session.strikes = False
        result.update(session.start(patience))
        words = ["learning", "sparse", "attention", "翻訳"]
        result["workspace/symbol"] = session.sample(
            "workspace/symbol", lambda: {"query": session.random.choice(words)}, 50, 20)
        session.open()
        session.strikes = True
        note = {"textDocument": {"uri": session.document.uri}}
        result["documentSymbol"] = session.sample(
            "textDocument/documentSymbol", lambda: note, 50, 20)
    except (Lost, TimeoutError) as lost:
        result["lost"] = str(lost) or "no answer in time"
    result["peak"] = session.client.peak_memory()
    session.client.close()
    gc.enable()
    return result


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print(json.dumps(measure(sys.argv[1], sys.argv[2:]), indent=2, ensure_ascii=False))
