"""Scores the same-work groups of `papernotes export`, read from standard input, against a truth.

usage: score.py TRUTH NAME

All pairs of a group count as said. Where the truth lists candidates only those pairs count; decoys
are pairs that look alike and are not one work."""
import bisect
import itertools
import json
import sys


def main(truth_path, name):
    with open(truth_path, encoding='utf-8') as file:
        truth = json.load(file)
    starts = {}
    for key, entry in truth['entries'].items():
        starts.setdefault(entry['file'], []).append((entry['start_line'], entry['end_line'], key))
    for lines in starts.values():
        lines.sort()

    def entry_at(path, line):
        lines = starts.get(path, [])
        at = bisect.bisect_right(lines, (line, 10**9, '')) - 1
        return lines[at][2] if at >= 0 and line <= lines[at][1] else None

    def pair(one, other):
        return tuple(sorted(entry_at(*place.rsplit(':', 1)[:1], int(place.rsplit(':', 1)[1]))
                            for place in (one, other)))

    said = set()
    for group in json.load(sys.stdin)['duplicates']:
        if group['kind'] != 'same-work':
            continue
        found = {entry_at(entry['path'], entry['line']) for entry in group['entries']} - {None}
        said |= {tuple(sorted(two)) for two in itertools.combinations(found, 2)}
    same = {pair(one, other) for one, other, *_ in truth['pairs']}
    decoys = {tuple(sorted(decoy[:2])) for decoy in truth.get('hard_negatives') or [] if decoy[2] == 1}
    decoys_said = len(said & decoys)
    if truth.get('candidates'):
        said &= {pair(one, other) for one, other, _ in truth['candidates']}
    hits = len(said & same)
    precision = hits / len(said) if said else 1.0
    recall = hits / len(same) if same else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    print(f'{name:40} precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}'
          + (f'  {decoys_said} of {len(decoys)} decoys' if decoys else ''))


main(*sys.argv[1:])
