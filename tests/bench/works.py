"""The works that made-up notes are about: work `n` is the same in every vault, so a note can name
one that is written down much later, and nothing has to be kept."""

import words

PROBE = "Quillonette"  # a word that a vault's truth tells all titles of
_ARXIV_MONTHS = [f"{year:02}{month:02}" for year in range(15, 26) for month in range(1, 13)]


def mixed(number, bits=30):
    """Another number of that many bits; no two numbers give the same."""
    number = number * 0x2F0B4A27 & (1 << bits) - 1
    number ^= number >> 13
    number = number * 0x165667B1 & (1 << bits) - 1
    return number ^ number >> 15


class Work:
    """Title, authors, venue and identifiers. A third is in Japanese; half have a coined name."""

    def __init__(self, number, is_probe=False):
        self.number = number
        self.is_japanese = number % 3 == 2
        code = mixed(number + 1000)
        slots = [code >> 5 * i & 31 for i in range(6)]
        if self.is_japanese:
            title = (
                f"{words.KANJI_ADJECTIVES[slots[0]]}{words.KANJI_NOUNS[slots[1]]}と"
                f"{words.KANJI_ADJECTIVES[slots[2]]}{words.KANJI_NOUNS[slots[3]]}による"
                f"{words.KANJI_NOUNS[slots[4]]}の{words.KANJI_ACTS[slots[5]]}"
            )
        else:
            title = (
                f"{words.GERUNDS[slots[0]]} {words.ADJECTIVES[slots[1]]} {words.NOUNS[slots[2]]}"
                f" for {words.ADJECTIVES[slots[3]]} {words.NOUNS[slots[4]]}"
                f" and {words.NOUNS[slots[5]]}"
            )
        if number % 2 == 0:
            name = mixed(number, 25)
            name = "".join(words.SYLLABLES[name >> 5 * i & 31] for i in range(5))
            title = f"{name.capitalize()}: {title}"
        if number % 50 == 7:
            title = f"{title} 🦙𝕏"
        if is_probe:
            title = f"{title} with {PROBE}"
        self.title = title
        person = mixed(number + 500_000)
        self.authors = [
            f"{words.FIRST_NAMES[(person >> 3 * i) % len(words.FIRST_NAMES)]} "
            f"{words.LAST_NAMES[(person >> 4 * i) % len(words.LAST_NAMES)]}"
            for i in range(2 + person % 3)
        ]
        self.venue = words.VENUES[code % len(words.VENUES)] if number % 4 else "arXiv"
        month = _ARXIV_MONTHS[code % len(_ARXIV_MONTHS)]
        self.year, self.month = 2000 + int(month[:2]), int(month[2:])
        # The serial number is unique by itself, up to 99,999 works, and with the month beyond.
        self.arxiv = self.doi = None
        if number % 10 == 8:
            self.doi = f"10.1145/{3000000 + number}.{1000 + code % 9000}"
        elif number % 10 != 9:
            months = len(_ARXIV_MONTHS)
            serial = 1 + number // months
            self.year, self.month = 2015 + number % months // 12, 1 + number % 12
            self.arxiv = f"{self.year - 2000:02}{self.month:02}.{serial:05}"

    @property
    def title_line(self):
        """As title lines have it, without a marker before it: who, where, when."""
        return (
            f"{self.title}, {self.authors[0]}+, {self.venue}'{self.year % 100:02}, "
            f"{self.year}.{self.month:02}"
        )

    @property
    def url(self):
        if self.arxiv:
            return f"https://arxiv.org/abs/{self.arxiv}"
        return f"https://doi.org/{self.doi}" if self.doi else None

    @property
    def stem(self):
        """What its own file is called."""
        return self.title.replace(":", " -")
