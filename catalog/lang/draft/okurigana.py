"""Writes `../okurigana.tsv`: how one kanji is read before the kana that belong to its word (書き is か, 上げ is あ).

Not needed to build: the table is data, and a test (crates/catalog-cli/tests/okurigana.rs) holds the readings of every text to it. From SudachiDict (Apache-2.0): verbs and
adjectives of one kanji and kana, with the kana that may follow the kanji in their forms, and nouns written so. Run as draft.py is
run (docs/catalog.md): `python catalog/lang/draft/okurigana.py > catalog/lang/okurigana.tsv`.
"""

from collections import defaultdict

import sudachipy

KANA = [chr(code) for code in range(ord("ぁ"), ord("ん") + 1)]
# By the last kana of the dictionary form: what may follow the kanji where nothing stands between.
FORMS = {"く": "かきくけこい", "ぐ": "がぎぐげごい", "す": "さしすせそ", "う": "わいうえおっ", "つ": "たちつてとっ", "ぬ": "なにぬねのん",
         "ぶ": "ばびぶべぼん", "む": "まみむめもん"}
FIVE_STEPS = "らりるれろっ"
ONE_STEP = "るれろよてたなまさらずつ"
ADJECTIVE = "いくかけさそ"
# Verbs that bend in their own way, and what looks like okurigana and is none.
MORE = [("来", "てたまなそ", "き"), ("来", "るれ", "く"), ("来", "なられよ", "こ"), ("行", "かきくけこっ", "い"), ("出", "そ", "で"),
        ("同", "じ", "おな"), ("急", "な", "きゅう"), ("号", "か", "ごう"), ("開", "かきくけこい", "あ"), ("言", "いうえおっわ", "い")]


def kanji():
    """The common ones: level 1 of JIS."""
    for high in range(0x30, 0x50):
        for low in range(0x21, 0x7F):
            try:
                yield bytes([high | 0x80, low | 0x80]).decode("euc_jp")
            except UnicodeDecodeError:
                continue


def hiragana(text):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def main():
    tokenizer = sudachipy.Dictionary(dict="core").tokenizer(mode=sudachipy.SplitMode.C)
    endings = [a for a in KANA] + [a + b for a in KANA for b in "るいくぐすうつぬぶむ"] + [a + "しい" for a in KANA]
    endings += [a + b + "る" for a in KANA for b in "えけげせてねべめれ"] + ["しい", "さん", "ちゃん"]
    found = defaultdict(set)
    for one in kanji():
        for ending in endings:
            word = one + ending
            tokens = tokenizer.tokenize(word)
            if len(tokens) != 1 or tokens[0].is_oov() or tokens[0].dictionary_form() != word:
                continue
            sort, form = tokens[0].part_of_speech()[0], tokens[0].part_of_speech()[4]
            reading = hiragana(tokens[0].reading_form())
            if not reading.endswith(ending) or len(reading) == len(ending):
                continue
            reading = reading[: -len(ending)]
            if sort == "動詞" and len(ending) == 1:
                if ending == "る":
                    follows = FIVE_STEPS if form.startswith("五段") else ONE_STEP
                else:
                    follows = FORMS.get(ending, ending)
            elif sort == "形容詞" and ending == "い":
                follows = ADJECTIVE
            elif sort in ("動詞", "形容詞") or (sort in ("名詞", "副詞") and (len(ending) == 1 or ending in ("さん", "ちゃん"))):
                follows = ending[0]
            else:
                continue
            for kana in follows:
                found[one, reading].add(kana)
    for one, follows, reading in MORE:
        found[one, reading].update(follows)
    for (one, reading), kana in sorted(found.items()):
        print(one, "".join(sorted(kana)), reading, sep="\t")


if __name__ == "__main__":
    main()
