#!/usr/bin/env python3
"""Figures behind docs/defaults.md, from daily bars of 2021-01-01 to 2024-12-31 and nothing later.

    scripts/bench/defaults.py FOLDER      one file BASE-QUOTE.csv per symbol: timestamp,open,high,low,close,volume
"""
import csv
import math
import os
import sys

FIRST, LAST = "2020-12-31", "2024-12-31"
SYMBOLS = ["BTC", "ETH", "BNB", "SOL", "DOGE"]


def closes(folder, base):
    with open(os.path.join(folder, base + "-USDT.csv")) as lines:
        rows = {row["timestamp"][:10]: float(row["close"]) for row in csv.DictReader(lines)}
    return {day: close for day, close in rows.items() if FIRST <= day <= LAST}


def deviation(values):
    mean = sum(values) / len(values)
    return math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))


def correlation(x, y):
    mx, my = sum(x) / len(x), sum(y) / len(y)
    both = sum((a - mx) * (b - my) for a, b in zip(x, y))
    return both / math.sqrt(sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y))


def drawdown(returns):
    value = peak = 1.0
    deepest = 0.0
    for r in returns:
        value *= 1 + r
        peak = max(peak, value)
        deepest = max(deepest, 1 - value / peak)
    return deepest


def share(values):
    values = list(values)
    return "%.1f %%" % (100 * sum(values) / len(values))


def main(folder):
    prices = {s: closes(folder, s) for s in SYMBOLS}
    days = sorted(set.intersection(*[set(p) for p in prices.values()]))
    returns = {s: [p[b] / p[a] - 1 for a, b in zip(days, days[1:])] for s, p in prices.items()}
    half = [(a + b) / 2 for a, b in zip(returns["BTC"], returns["ETH"])]
    n = len(half)
    year = math.sqrt(365)
    for s in SYMBOLS:
        print("volatility %-5s %.2f" % (s, deviation(returns[s]) * year))
    print("half BTC, half ETH, each day anew: volatility %.2f, max drawdown %.2f, at twice the size %.2f"
          % (deviation(half) * year, drawdown(half), drawdown([2 * r for r in half])))
    for limit in (0.03, 0.05, 0.07, 0.10):
        print("  days that lose %.2f or more: %d of %d" % (limit, sum(r <= -limit for r in half), n))
    rolling = sorted(deviation(half[i - 60:i]) * year for i in range(60, n + 1))
    print("  volatility of 60 days: least %.2f, median %.2f, most %.2f, above 0.20: %s"
          % (rolling[0], rolling[len(rolling) // 2], rolling[-1], share(v > 0.2 for v in rolling)))
    for window in (30, 90):
        pair = [correlation(returns["BTC"][i - window:i], returns["ETH"][i - window:i])
                for i in range(window, n + 1)]
        five = [sum(correlation(returns[a][i - window:i], returns[b][i - window:i])
                    for k, a in enumerate(SYMBOLS) for b in SYMBOLS[:k]) / 10
                for i in range(window, n + 1, 7)]
        print("  correlation of %d days at 0.70 or above: BTC and ETH %s, five symbols %s"
              % (window, share(c >= 0.7 for c in pair), share(c >= 0.7 for c in five)))
    for size in (1, 2):
        reached = [drawdown([size * r for r in half[i:i + 90]]) >= 0.25 for i in range(0, n - 90, 30)]
        print("  drawdown of 0.25 within 90 days at %d times the size: %s of %d starts"
              % (size, share(reached), len(reached)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
