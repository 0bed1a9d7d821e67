"""What was measured, as README's tables."""

import json

REQUESTS = ["complete tag", "complete link", "hover", "definition", "references",
            "references of the commonest tag", "documentSymbol", "workspace/symbol",
            "edit to diagnostics"]
LARGE = ["files-100k", "many-100k", "one-20k", "page-20k"]  # in these, times are promised
# What is promised: p50 and p99 in milliseconds, and seconds or shares of something measured.
LIMITS = {
    "complete tag": (1, 5), "complete link": (1, 5), "hover": (1, 5), "definition": (1, 5),
    "references": (3, 10), "documentSymbol": (5, 15), "workspace/symbol": (5, 20),
    "edit to diagnostics": (None, 10),
}


def truth_of(folder):
    with open(f"{folder}.json", encoding="utf-8") as file:
        truth = json.load(file)
    return {key: truth[key] for key in ("layout", "notes", "entries", "bytes")}


def _table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _seconds(value):
    if value is None:
        return ""
    return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.0f} ms"


def _milliseconds(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _megabytes(value):
    return f"{value / 1e6:.0f} MB"


def _name(truth):
    layout = {"lines": ", headings", "pages": ", a page"}.get(truth["layout"], "")
    notes = "one file" if truth["notes"] == 1 else f"{truth['notes']:,} files"
    entries = "" if truth["notes"] == truth["entries"] else f", {truth['entries']:,} entries"
    return f"{notes}{entries}{layout} ({_megabytes(truth['bytes'])})"


def opening(vaults, truths):
    rows = []
    for preset, result in vaults.items():
        floor, cold = result["floor"]["all"], result["cold"]
        rows.append([
            _name(truths[preset]), _seconds(floor),
            f"{_seconds(cold['first'])} ({cold['first'] / floor:.1f} x)",
            _seconds(result["warm"]["first"]), _seconds(result["floor"]["stat"]),
            _seconds(cold["initialize"]), f"{cold['first_cpu']:.2f} s", _megabytes(cold["peak"]),
            f"{cold['wakeups']:.0f}",
            " · ".join(_asked(result[start]) for start in ("cold", "warm")),
        ])
    return _table(["vault", "walk, read, cmark", "first whole answer", "started again",
                   "walk and stat", "initialize", "processor", "peak memory", "wake-ups a second",
                   "symbols asked meanwhile: first · again, p90 / max, ms"], rows)


def _asked(start):
    one = start.get("asked")
    return f"{_milliseconds(one['p90'])} / {_milliseconds(one['max'])}" if one else ""


def requests(vaults, truths):
    vaults = {preset: vaults[preset] for preset in LARGE if preset in vaults}
    rows = []
    for name in REQUESTS:
        row = [name]
        for result in vaults.values():
            one = result["cold"]["requests"].get(name)
            row.append(" / ".join(_milliseconds(one[p]) for p in ("p50", "p90", "p99", "max"))
                       if one else "")
        rows.append(row)
    return _table(["p50 / p90 / p99 / max, ms", *(_name(truths[p]) for p in vaults)], rows)


def against(peers):
    rows = []
    for name, result in peers.items():
        many, one = result["files-10k"], result["one-5k"]
        row = [name]
        if "lost" in many:
            row += [many["lost"], "", ""]
        else:
            row += [_seconds(many["first"]), _megabytes(many["peak"]),
                    f"{_milliseconds(many['workspace/symbol']['p99'])} ms"]
        key = one.get("documentSymbol")
        rows.append([*row, f"{_milliseconds(key['p99'])} ms" if key else one.get("lost", "")])
    return _table(["server", "10,000 notes: first whole answer", "peak memory",
                   "workspace/symbol p99", "5,000 entries in one note: outline after a key, p99"],
                  rows)


def _promise(what, limit, value, unit):
    kept = "yes" if value is not None and value <= limit else "NO"
    shown = "none" if value is None else f"{value:.3g}"
    return [what, f"{limit:.2g}{unit}", f"{shown}{unit}", kept]


def promises(vaults, peers, truths):
    rows = []
    opened = {p: (r["cold"], r["warm"], r["floor"]) for p, r in vaults.items()}
    for preset, most in (("many-100k", 2.0), ("files-100k", 1.5)):
        if preset in opened:
            cold, _, floor = opened[preset]
            rows.append(_promise(f"first whole answer, {_name(truths[preset])}", most,
                                 cold["first"] / floor["all"], " x floor"))
    if "files-100k" in opened:
        _, warm, floor = opened["files-100k"]
        rows.append(_promise("started again, 100,000 files", 3, warm["first"] / floor["stat"],
                             " x walk and stat"))
    every = [cold for cold, _, _ in opened.values()]
    if every:
        rows.append(_promise("initialize, any vault", 15,
                             1000 * max(cold["initialize"] for cold in every), " ms"))
        rows.append(_promise("idle, any vault", 0, max(cold["wakeups"] for cold in every),
                             " wake-ups/s"))
    for preset in LARGE:
        for request, limits in LIMITS.items() if preset in opened else ():
            one = opened[preset][0]["requests"].get(request)
            for percentile, most in zip(("p50", "p99"), limits):
                if most:
                    rows.append(_promise(f"{request} {percentile}, {_name(truths[preset])}", most,
                                         one and one[percentile], " ms"))
    for preset, (cold, _, _) in opened.items():
        rows += [[f"{what}, {_name(truths[preset])}", "right", "WRONG", "NO"]
                 for what, right in cold["right"].items() if not right]
    if "files-10k" in opened:
        rows.append(_promise("peak memory, 10,000 notes", 40,
                             opened["files-10k"][0]["peak"] / 1e6, " MB"))
    if "many-100k" in opened:
        rows.append(_promise("peak memory, 100,000 entries", 1.0,
                             opened["many-100k"][0]["peak"] / truths["many-100k"]["bytes"],
                             " x vault"))
    ours, theirs = peers.get("Papernotes", {}), peers.get("VS Code's", {})
    if "files-10k" in ours and "first" in theirs.get("files-10k", {}):
        us, them = ours["files-10k"], theirs["files-10k"]
        for what, most, share in (
            ("start", 1 / 50, us["first"] / them["first"]),
            ("memory", 1 / 10, us["peak"] / them["peak"]),
            ("workspace/symbol p99", 1 / 30,
             us["workspace/symbol"]["p99"] / them["workspace/symbol"]["p99"]),
        ):
            rows.append(_promise(f"{what}, 10,000 notes", most, share, " of VS Code's"))
    return _table(["what", "at most", "measured", "kept"], rows)


def all_of(results, truths):
    vaults, peers = results["vaults"], results["peers"]
    parts = [opening(vaults, truths), requests(vaults, truths)]
    if peers:
        parts.append(against(peers))
    return "\n\n".join([*parts, promises(vaults, peers, truths)])
