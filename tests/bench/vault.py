#!/usr/bin/env python3
"""Makes up a vault of notes about papers, the same bytes every time, and the truth about it.

    tests/bench/vault.py [--seed N] PRESET|LAYOUT:NOTES:ENTRIES FOLDER

Notes go to FOLDER, what is true of them to FOLDER.json. A LAYOUT is `files` (a file for each entry,
with front matter), `headings`, `pages` (title line, links line, tag line), `lines` (headings, five
lines for each entry) or `many` (by turns headings and pages); each note holds ENTRIES entries.

Every fifth entry carries the commonest tag, others follow Zipf's law; a third is in Japanese; one
in fifty notes again what another note has. The truth (lines from 0): counts of notes, bytes,
entries and tags; pairs of `duplicates`; `probe`, a word, and all titles that hold it; `common`, a
tag, and where all its uses are; `famous`, a title, and all references to it; `twin`, a pair of
duplicates that only their titles tell.
"""

import json
import os
import random
import shutil
import sys

import words
from works import PROBE, Work, mixed

PRESETS = {
    "files-1k": ("files", 1_000, 1),
    "files-10k": ("files", 10_000, 1),
    "files-100k": ("files", 100_000, 1),
    "many-1k": ("many", 20, 50),
    "many-10k": ("many", 200, 50),
    "many-100k": ("many", 2_000, 50),
    "many-1m": ("many", 20_000, 50),
    "one-5k": ("lines", 1, 5_000),
    "one-20k": ("lines", 1, 20_000),
    "page-20k": ("pages", 1, 20_000),
}
BLOCK = 50  # the last entry of each block is a copy of one in another block
PROBES = 64
TAGS = words.TAGS + [a + n for n in words.NOUNS[:12] for a in words.ADJECTIVES]


class Vault:
    """Which entry notes which work, and what is written about it."""

    def __init__(self, notes, per_note, layout, seed):
        self.size, self.per_note, self.layout = notes * per_note, per_note, layout
        self.blocks = self.size // BLOCK
        self.random = random.Random(seed)
        self.english = [self._sentence() for _ in range(2000)]
        self.japanese = [self._japanese_sentence() for _ in range(2000)]
        probes = min(PROBES, self.size // 4)
        self.probes = {self.size * (k + 1) // PROBES - 2 for k in range(probes)}

    def _sentence(self):
        pick = self.random.choice
        return f"{pick(words.SUBJECTS)} {pick(words.ACTS)} {pick(words.TAILS)}."

    def _japanese_sentence(self):
        return self.random.choice(words.KANJI_SUBJECTS) + self.random.choice(words.KANJI_TAILS)

    def original(self, entry):
        """The entry that this one notes again, or itself."""
        block, at = divmod(entry, BLOCK)
        if at != BLOCK - 1 or self.blocks < 2:
            return entry
        return (block + self.blocks // 2) % self.blocks * BLOCK + 1 + block % (BLOCK - 2)

    def is_copied_by_title(self, entry):
        """Whether neither of a pair has an identifier: its title alone tells."""
        block, at = divmod(entry, BLOCK)
        if self.blocks < 2:
            return False
        if at != BLOCK - 1:
            # The block whose last entry would copy this one.
            block = (block - self.blocks // 2) % self.blocks
            if self.original(block * BLOCK + BLOCK - 1) != entry:
                return False
        return block % 3 == 0

    def work(self, entry):
        number = self.original(entry)
        work = Work(number, number in self.probes)
        if self.is_copied_by_title(entry):
            work.arxiv = work.doi = None
        return work

    def tags(self, entry):
        tags = {TAGS[0]: None} if entry % 5 == 0 else {}
        for _ in range(1 + entry % 4):
            rank = int(3 * (len(TAGS) / 3) ** self.random.random()) - 2  # Zipf's, but for the first
            tags[TAGS[rank]] = None
        return list(tags)

    def cited(self, entry):
        """Another entry's work: the earlier its number, the more it is cited."""
        number = self.original(int(self.size * self.random.random() ** 3))
        return self.work(number if number != entry else (entry + 1) % BLOCK)

    def prose(self, work, sentences):
        said = self.japanese if work.is_japanese else self.english
        picked = [said[int(len(said) * self.random.random())] for _ in range(sentences)]
        return ("" if work.is_japanese else " ").join(picked)

    def path_of(self, entry):
        note = entry // self.per_note
        if self.layout == "files":
            stem = self.work(entry).stem
            # A copy would have the same name, and a name can only lead to one.
            again = "" if self.original(entry) == entry else " (again)"
            return f"{note // 500:03}/{stem}{again}.md"
        return f"{note // 500:03}/reading {note:05}.md"


class Note:
    """The lines of one note, and the truth about what they say."""

    def __init__(self, vault, path, truth):
        self.vault, self.path, self.truth, self.lines = vault, path, truth, []

    def add(self, *lines):
        self.lines += lines

    def here(self, ahead=0):
        """Where the next line will be, or one behind it."""
        return [self.path, len(self.lines) + ahead]

    def titled(self, entry, work, ahead):
        """The title is `ahead` lines after the last."""
        place = self.here(ahead)
        self.truth.entries += 1
        if PROBE in work.title:
            self.truth.probe.append(place)
        if work.number == 0:
            self.truth.famous = {"title": work.title, "place": place}
        self.truth.note_again(entry, self.vault, place)

    def tagged(self, tags):
        """These tags are on the next line."""
        for tag in tags:
            self.truth.tags[tag] = self.truth.tags.get(tag, 0) + 1
            if tag == TAGS[0]:
                self.truth.common.append(self.here())
        return " ".join(f"#{tag}" for tag in tags)

    def citation(self, entry, own):
        """A reference to another entry, on the next line, in one of the ways people write them."""
        vault = self.vault
        if vault.random.random() < 0.05:  # to what nobody noted
            return f"[Paper Note] {Work(vault.size + entry).title_line}"
        work = vault.cited(entry)
        if work.number == 0:
            self.truth.references.append(self.here())
        way = vault.random.random()
        if way < 0.2 and work.url and own.url:  # else it would be taken for its own
            return f"see {work.url}"
        if vault.layout == "files":
            if way < 0.6 and "[" not in work.title:
                target = os.path.relpath(vault.path_of(work.number), os.path.dirname(self.path))
                return f"follows [{work.title}](<{target}>)"
            return f"follows [[{work.stem}]]"
        return f"follows [[{work.title}]]" if way < 0.6 else f"[Paper Note] {work.title_line}"


def file_note(note, entry):
    work, vault = note.vault.work(entry), note.vault
    note.titled(entry, work, 1)
    note.add("---", f'title: "{work.title}"', f"authors: [{', '.join(work.authors)}]")
    note.add(f"venue: {work.venue}", f"year: {work.year}")
    if work.arxiv:
        note.add(f'arxiv: "{work.arxiv}"')
    if work.doi:
        note.add(f"doi: {work.doi}")
    note.add("tags:")
    for tag in vault.tags(entry):
        note.tagged([tag])
        note.add(f"  - {tag}")
    note.add("---", f"# {work.title}", "", "## Summary", vault.prose(work, 4), "", "## Notes")
    for _ in range(2):
        note.add(f"- {note.citation(entry, work)}")
    note.add("", vault.prose(work, 3), "", vault.prose(work, 2))


def heading_entry(note, entry):
    work, vault = note.vault.work(entry), note.vault
    note.titled(entry, work, 0)
    note.add(f"## [Paper Note] {work.title_line}")
    note.add(note.tagged(note.vault.tags(entry)))
    if work.url:
        note.add("", work.url)
    note.add("", f"Summary: {vault.prose(work, 5)}", "", vault.prose(work, 4), "")
    for _ in range(2):
        note.add(f"- {note.citation(entry, work)}")
    note.add("")


def page_entry(note, entry):
    work, vault = note.vault.work(entry), note.vault
    note.titled(entry, work, 0)
    note.add(f"[Paper Note] {work.title_line}", "Paper/Blog Link My Issue")
    tags = note.tagged(note.vault.tags(entry))
    day = f"20{24 + entry % 2}-{1 + entry % 12:02}-{1 + entry % 28:02}"
    note.add(f"{tags} Issue Date: {day} GPT Summary- {vault.prose(work, 5)} Comment")
    if work.url:
        note.add(f"paper: {work.url}")
    note.add(vault.prose(work, 3))
    for _ in range(2):
        note.add(f"- {note.citation(entry, work)}")


def short_entry(note, entry):
    work = note.vault.work(entry)
    note.titled(entry, work, 0)
    note.add(f"## [Paper Note] {work.title_line}")
    note.add(note.tagged(note.vault.tags(entry)))
    note.add(work.url or note.vault.prose(work, 1))
    note.add(f"Summary: {note.vault.prose(work, 2)} It {note.citation(entry, work)}.", "")


LAYOUTS = {"files": file_note, "headings": heading_entry, "pages": page_entry, "lines": short_entry}


class Truth:
    def __init__(self):
        self.entries, self.bytes = 0, 0
        self.tags, self.probe, self.common, self.references = {}, [], [], []
        self.famous, self.originals, self.copies, self.twin = None, {}, {}, None

    def note_again(self, entry, vault, place):
        block, at = divmod(entry, BLOCK)
        if vault.blocks > 1 and at == BLOCK - 1:
            self.copies[vault.original(entry)] = place
            if vault.is_copied_by_title(entry):
                self.twin = entry
        elif vault.blocks > 1:
            block = (block - vault.blocks // 2) % vault.blocks
            if vault.original(block * BLOCK + BLOCK - 1) == entry:
                self.originals[entry] = place

    def told(self, vault, layout, notes, seed):
        twin = vault.original(self.twin) if self.twin is not None else None
        return {
            "layout": layout, "seed": seed, "notes": notes, "entries": self.entries,
            "bytes": self.bytes, "tags": dict(sorted(self.tags.items(), key=lambda t: -t[1])),
            "probe": {"word": PROBE, "titles": self.probe},
            "common": {"tag": TAGS[0], "uses": self.common},
            "famous": {**(self.famous or {}), "references": self.references},
            "twin": [self.originals[twin], self.copies[twin]] if twin is not None else None,
            "duplicates": [[self.originals[n], self.copies[n]] for n in sorted(self.originals)],
        }


def make(layout, notes, per_note, folder, seed):
    vault, truth = Vault(notes, per_note, layout, seed), Truth()
    shutil.rmtree(folder, ignore_errors=True)
    for number in range(notes):
        first = number * per_note
        note = Note(vault, vault.path_of(first), truth)
        path = os.path.join(folder, note.path)
        if number % 500 == 0:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        this = ("pages" if number % 2 else "headings") if layout == "many" else layout
        if this != "files":
            note.add("Papers" if this == "pages" else "# Papers", "")
        for entry in range(first, first + per_note):
            LAYOUTS[this](note, entry)
        text = ("\n".join(note.lines) + "\n").encode()
        truth.bytes += len(text)
        with open(path, "wb") as out:
            out.write(text)
    with open(f"{folder}.json", "w", encoding="utf-8") as out:
        json.dump(truth.told(vault, layout, notes, seed), out, ensure_ascii=False)


def main():
    arguments, seed = sys.argv[1:], 1
    if arguments[:1] == ["--seed"] and len(arguments) > 2:
        seed, arguments = int(arguments[1]), arguments[2:]
    if len(arguments) != 2:
        sys.exit(__doc__)
    what, folder = arguments
    if what in PRESETS:
        layout, notes, per_note = PRESETS[what]
    else:
        layout, notes, per_note = what.split(":")
    make(layout, int(notes), int(per_note), folder.rstrip("/"), seed)


if __name__ == "__main__":
    main()
