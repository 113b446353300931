"""Drafts readings for the words that the app shows, with two analysers that know nothing of each other.

Not needed to build, and not part of the app: the readings are data (`../readings.csv`), and a person decides. How to run it
stands in docs/catalog.md. Reads what `catalog readings --json` prints, writes three lists into a folder:

    new.csv        words without a row that both analysers read alike: rows to look at and to take over
    unsure.tsv     words without a row that they read differently: a person chooses
    differs.tsv    places that the table reads otherwise than one of them or both: mend the table, or take the line over
                   into reviewed.tsv, so that it is not asked again
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import janome.tokenizer
import sudachipy

HAN = re.compile(r"[々〆〇\u3400-\u4dbf\u4e00-\u9fff]")
KANA = re.compile(r"[ぁ-ゖァ-ヶー]")
REVIEWED = Path(__file__).with_name("reviewed.tsv")


def hiragana(text):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヴ" else c for c in text)


def units(words, text):
    """(start, end, reading, whether its end changes) of each unit; a unit without kanji reads as it is written."""
    at, found = 0, []
    for surface, reading, part in words:
        surface = surface.strip()
        if not surface:
            continue
        start = text.index(surface, at)
        at = start + len(surface)
        read = hiragana(reading) if HAN.search(surface) else surface
        found.append((start, at, read, part in ("動詞", "形容詞")))
    return found


class Analysers:
    """SudachiPy with SudachiDict, and Janome with IPADIC: their dictionaries were made apart from each other."""

    def __init__(self):
        self.sudachi = sudachipy.Dictionary(dict="core").tokenizer(mode=sudachipy.SplitMode.A)
        self.janome = janome.tokenizer.Tokenizer()

    def both(self, text):
        first = [(m.surface(), m.reading_form(), m.part_of_speech()[0]) for m in self.sudachi.tokenize(text)]
        second = [
            (m.surface, m.surface if m.reading == "*" else m.reading, m.part_of_speech.split(",")[0])
            for m in self.janome.tokenize(text)
        ]
        return units(first, text), units(second, text)


def chunks(text, one, two):
    """Parts of the text between boundaries that both have: (start, end, reading by one, by two, whether its end changes)."""
    ends = sorted({unit[1] for unit in one} & {unit[1] for unit in two})
    start = 0
    for end in ends:
        inside = [[unit for unit in units if unit[0] >= start and unit[1] <= end] for units in (one, two)]
        while start < end and text[start].isspace():
            start += 1
        if HAN.search(text[start:end]):
            first, second = ("".join(unit[2] for unit in units) for units in inside)
            yield start, end, first, second, inside[0][-1][3]
        start = end


def short(word, reading):
    """The word up to the first kana after its last kanji: 困って and 困った are both 困っ."""
    last = max(m.end() for m in HAN.finditer(word))
    tail = word[last + 1 :]
    if tail and hiragana(reading).endswith(hiragana(tail)):
        return word[: last + 1], reading[: len(reading) - len(tail)]
    return word, reading


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    out = options.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    reviewed = set()
    if REVIEWED.exists():
        lines = REVIEWED.read_text(encoding="utf-8").splitlines()
        reviewed = {tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")}
    analysers = Analysers()
    agreed, unsure, differs = defaultdict(Counter), defaultdict(Counter), Counter()
    where = {}
    for shown in json.load(sys.stdin):
        text = shown["text"]
        if shown["place"].startswith("画面"):
            continue  # Dates of every day of a month: the rows for them were written by hand.
        one, two = analysers.both(text)
        # The table's reading of each sign: (start of its part, end, reading).
        laid, at = {}, 0
        for part, reading in shown["parts"]:
            for place in range(at, at + len(part)):
                laid[place] = (at, at + len(part), reading)
            at += len(part)
        for start, end, first, second, changes in chunks(text, one, two):
            word = text[start:end]
            covered = all(laid[p][2] for p in range(start, end) if HAN.match(text[p]))
            around = text[max(0, start - 4) : start] + "[" + word + "]" + text[end : end + 4]
            if not covered:
                if first == second:
                    lists, key = agreed, short(word, first) if changes else (word, first)
                else:
                    lists, key = unsure, (word, f"{first} / {second}")
                lists[key[0]][key[1]] += 1
                where.setdefault(key, around)
                continue
            low = min(laid[p][0] for p in range(start, end) if HAN.match(text[p]))
            high = max(laid[p][1] for p in range(start, end) if HAN.match(text[p]))
            if low < start or high > end:
                continue  # A longer word of the table: a person wrote it for just this place.
            table = "".join(
                laid[p][2] or text[p] for p in range(start, end) if laid[p][0] == p or not laid[p][2]
            )
            table = hiragana(table)
            if table not in (hiragana(first), hiragana(second)) or first != second:
                told = f"{table}\t{first}\t{second}"
                if (around, table) not in reviewed:
                    differs[(around, told)] += 1
    with open(out / "new.csv", "w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["書き方", "よみ", "根拠", "回数", "例"])
        for word, readings in sorted(agreed.items()):
            for reading, times in readings.most_common():
                rows.writerow([word, reading, "二つ一致", times, where[(word, reading)]])
    with open(out / "unsure.tsv", "w", encoding="utf-8") as file:
        for word, readings in sorted(unsure.items()):
            for reading, times in readings.most_common():
                print(word, reading, times, where[(word, reading)], sep="\t", file=file)
    with open(out / "differs.tsv", "w", encoding="utf-8") as file:
        for (around, told), times in sorted(differs.items()):
            print(around, told, times, sep="\t", file=file)
    several = sum(len(readings) > 1 for readings in agreed.values())
    print(f"new {len(agreed)} ({several} with several readings), unsure {len(unsure)}, differs {len(differs)}")


if __name__ == "__main__":
    main()
