"""A note that is open in the editor: its lines, the edits made to it, and where things stand in it.
Positions count lines from 0 and columns in UTF-16 units."""

import re

from client import uri_of


def units(text):
    return len(text.encode("utf-16-le")) // 2


class Document:
    def __init__(self, path):
        self.uri, self.version = uri_of(path), 1
        with open(path, encoding="utf-8", newline="") as file:
            self.text = file.read()
        self.lines = self.text.split("\n")

    def position(self, line, index):
        """Of the character with that index in the line."""
        return {"line": line, "character": units(self.lines[line][:index])}

    def ask_at(self, place, **more):
        line, index = place
        return {
            "textDocument": {"uri": self.uri}, "position": self.position(line, index), **more
        }

    def opened(self):
        item = {
            "uri": self.uri, "languageId": "markdown", "version": 1, "text": self.text
        }
        return "textDocument/didOpen", {"textDocument": item}

    def change(self, line, begin, end, text):
        """The notification that replaces these characters of a line."""
        change = {
            "range": {"start": self.position(line, begin), "end": self.position(line, end)},
            "text": text,
        }
        was = self.lines[line]
        self.lines[line] = was[:begin] + text + was[end:]
        self.version += 1
        identifier = {"uri": self.uri, "version": self.version}
        return "textDocument/didChange", {
            "textDocument": identifier, "contentChanges": [change]
        }

    def titles(self):
        start = re.compile(r'(#+ )?\[Paper Note\] |title: "')
        return [(i, m.end()) for i, line in enumerate(self.lines) if (m := start.match(line))]

    def tags(self):
        out, in_list = [], False
        for i, line in enumerate(self.lines):
            if line.startswith("#") and not re.match(r"#+ ", line):
                end = line.find(" Issue Date:")
                tags = line if end < 0 else line[:end]
                out += [(i, m.start() + 2) for m in re.finditer(r"(^| )#", tags)]
            in_list = line.startswith("  - ") if in_list else line == "tags:"
            if in_list and line != "tags:":
                out.append((i, 5))
        return out

    def references(self):
        mark = re.compile(r"\[\[|\[(?=[^\]]+\]\(<)|https://|(?<=^- )\[Paper Note\]")
        return [(i, m.start() + 3) for i, line in enumerate(self.lines)
                if line.startswith(("- ", "Summary: ")) and (m := mark.search(line))]

    def prose(self):
        """Lines of a summary or comment, where typing changes no key."""
        other = re.compile(r"[#\[-]|title:|authors:|https?:|paper:")
        return [i for i, line in enumerate(self.lines) if len(line) > 40 and not other.match(line)]
