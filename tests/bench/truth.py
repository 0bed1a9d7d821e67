#!/usr/bin/env python3
"""Whether a program understands made-up vaults as they were meant: tests/bench/truth.py PROGRAM

Compares what it exports with the truth: entries, tags, the titles that hold a word, duplicates, and
the references to one entry.
"""

import collections
import json
import subprocess
import sys
import tempfile

import vault

VAULTS = [("files", 600, 1), ("headings", 8, 75), ("pages", 8, 75), ("lines", 1, 600)]


def understood(program, folder, truth):
    done = subprocess.run([program, "export", folder], check=True, capture_output=True)
    exported = json.loads(done.stdout)
    out = collections.defaultdict(list)
    tags = collections.Counter()
    path, title = truth["famous"]["place"]
    for note in exported["notes"]:
        tags.update(tag["name"] for tag in note["tags"])
        for entry in note["entries"]:
            out["titles"].append([note["path"], entry["line"] - 1, entry["title"]])
            if [note["path"], entry["line"] - 1] == [path, title]:
                own = range(entry["line"], entry["end_line"] + 1)
        for reference in note["references"]:
            if reference["target"] == {"path": path, "line": title + 1}:
                out["references"].append([note["path"], reference["line"] - 1])
    groups = [[[e["path"], e["line"] - 1] for e in g["entries"]] for g in exported["duplicates"]]
    # An entry's link to itself is exported too.
    references = [r for r in out["references"] if r[0] != path or r[1] + 1 not in own]
    word = truth["probe"]["word"]
    return {
        "entries": len(out["titles"]), "tags": dict(tags), "references": sorted(references),
        "titles": sorted(t[:2] for t in out["titles"] if word in t[2]),
        "duplicates": sorted(sorted(group) for group in groups),
    }


def meant(truth):
    return {
        "entries": truth["entries"], "tags": truth["tags"],
        "references": sorted(truth["famous"]["references"]),
        "titles": sorted(truth["probe"]["titles"]),
        "duplicates": sorted(sorted(pair) for pair in truth["duplicates"]),
    }


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    wrong = 0
    for layout, notes, per_note in VAULTS:
        with tempfile.TemporaryDirectory() as top:
            folder = f"{top}/vault"
            vault.make(layout, notes, per_note, folder, 1)
            with open(f"{folder}.json", encoding="utf-8") as file:
                truth = json.load(file)
            found, wanted = understood(sys.argv[1], folder, truth), meant(truth)
        for what, expected in wanted.items():
            if found[what] != expected:
                wrong += 1
                print(f"{layout}: {what} are not understood as meant")
                if isinstance(expected, list):
                    print("  missing:", [x for x in expected if x not in found[what]][:3])
                    print("  besides:", [x for x in found[what] if x not in expected][:3])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
