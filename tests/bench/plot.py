"""A plot of how costs grow with the vault, as SVG. Both axes are logarithmic: what runs parallel to
the floor grows with the number of entries, and what is level does not grow."""

import math

WIDTH, HEIGHT = 860, 500
LEFT, RIGHT, TOP, BOTTOM = 70, 250, 40, 50
COLOURS = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5"]


def _half(request):
    """Half of the answers came within this; nothing when none came."""
    return lambda result: (result["cold"]["requests"][request] or {}).get("p50")


LINES = [
    ("walk, read, cmark", lambda result: 1000 * result["floor"]["all"]),
    ("first whole answer", lambda result: 1000 * result["cold"]["first"]),
    ("workspace/symbol", _half("workspace/symbol")),
    ("references", _half("references")),
    ("completion, typed", _half("complete tag")),
    ("edit to diagnostics", _half("edit to diagnostics")),
    ("hover", _half("hover")),
    ("outline of a note", _half("documentSymbol")),
]


def _text(x, y, text, anchor="start", more=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"{more}>{text}</text>'


def _time(milliseconds):
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:g} s"
    return f"{milliseconds:g} ms"


def growth(results):
    """`results`: (entries, what was measured) of vaults of the same kind."""
    if len(results) < 2:
        return ""
    low_x, high_x = (math.log10(results[i][0]) for i in (0, -1))
    values = [[(n, value) for n, r in results if (value := line(r))] for _, line in LINES]
    every = [value for line in values for _, value in line]
    low_y, high_y = math.floor(math.log10(min(every))), math.ceil(math.log10(max(every)))
    x_of = lambda n: LEFT + (math.log10(n) - low_x) / (high_x - low_x) * (WIDTH - LEFT - RIGHT)
    y_of = lambda v: HEIGHT - BOTTOM - (math.log10(v) - low_y) / (high_y - low_y) * (
        HEIGHT - TOP - BOTTOM)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13" fill="#444">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(low_y, high_y + 1):
        y = y_of(10**power)
        out.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        out.append(_text(LEFT - 8, y + 4, _time(10**power), "end"))
    for entries, _ in results:
        x = x_of(entries)
        out.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        out.append(_text(x, HEIGHT - BOTTOM + 20, f"{entries:,}", "middle"))
    out.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "entries in the vault", "middle"))
    out.append(_text(LEFT, 22, "median times", more=' font-weight="bold"'))
    last_y = None
    for i in sorted(range(len(LINES)), key=lambda i: y_of(values[i][-1][1]) if values[i] else 0):
        if not values[i]:
            continue
        points = [(x_of(n), y_of(v)) for n, v in values[i]]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dash = ' stroke-dasharray="6 4"' if i == 0 else ""
        out.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[i]}" '
                   f'stroke-width="2.5"{dash}/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{COLOURS[i]}"/>'
                for x, y in points]
        # Names stand at the lines' ends, one below the other.
        last_y = points[-1][1] if last_y is None else max(points[-1][1], last_y + 17)
        label = f"{LINES[i][0]}, {_rounded(values[i][-1][1])}"
        out.append(_text(WIDTH - RIGHT + 12, last_y + 4, label, more=f' style="fill:{COLOURS[i]}"'))
    return "\n".join([*out, "</svg>", ""])


def _rounded(milliseconds):
    return _time(float(f"{milliseconds:.2g}"))
