//! How residents are spoken to: short sentences, no word that hurts or is half written, no brackets in what they choose
//! from, and each town's own spelling in its own rows. Official names, addresses and plans stay as they are.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, UnusedWord, WORDS};
use crate::town::{NoticeRow, TownSheets, Words};
use navigator::{Asker, Question};
use std::collections::{HashMap, HashSet};

/// The most letters of a sentence, blanks not counted (the writing rules: 40 at most, 25 to aim for).
const LONGEST: usize = 40;

/// Checks the sentences of all sheets.
pub fn check_language(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    let unused = &knowledge.unused_words;
    // Read once to see which words of words.csv stand nearly everywhere: then the word is wrong, and not every row.
    let mut scratch = Faults::default();
    let mut first = Reader::of(unused, HashSet::new(), &mut scratch);
    read_all(&mut first, knowledge, towns);
    let misspelt = first
        .misspelt
        .iter()
        .filter(|(_, count)| **count > MOST_FOUND);
    let misspelt: HashMap<&str, usize> = misspelt.map(|(town, count)| (*town, *count)).collect();
    let common = first.found.iter().filter(|(_, count)| **count > MOST_FOUND);
    let common: HashSet<usize> = common.map(|(row, _)| *row).collect();
    for word in unused.iter().filter(|word| common.contains(&word.row)) {
        let count = first.found[&word.row];
        let what = format!("「{}」が、住民に見せる文の{count}か所にあります", word.word);
        let mend = "ふつうに使う言葉なら、この行を消します";
        faults.add(WORDS, word.row, "使わない言葉", what, mend);
    }
    for town in towns {
        if let Some(count) = misspelt.get(&*town.folder) {
            let what = format!("この書きかえだと、町の表の{count}か所が、町の書き方とちがいます");
            let mend = "ふつうに使う言葉は書きかえません。町の書き方なら、先に町の表の文を直します";
            faults.add(&town.sheet("town.toml"), 0, "words", what, mend);
        }
    }
    let mut reader = Reader::of(unused, common, faults);
    reader.spelled = misspelt.keys().copied().collect();
    read_all(&mut reader, knowledge, towns);
}

/// A word that stands more often was not meant.
const MOST_FOUND: usize = 10;

fn read_all<'r>(reader: &mut Reader<'r>, knowledge: &Knowledge, towns: &'r [TownSheets]) {
    for need in &knowledge.needs {
        let at = |column| ("knowledge/needs.csv", need.row, column);
        reader.choice(at("言葉"), &need.text.myself);
        reader.choice(at("家族の言葉"), &need.text.family);
        reader.choice(at("支える人の言葉"), &need.text.supporter);
        reader.choice(at("やさしい言葉"), &need.plain);
    }
    for (question, &row) in knowledge.questions.iter().zip(&knowledge.question_rows) {
        reader.question(question, row);
    }
    for rule in &knowledge.rules {
        reader.sentences(("knowledge/rules.toml", 0, &rule.id), &rule.words);
    }
    for kind in knowledge.kinds.iter() {
        reader.words(("knowledge/kinds.csv", 0, &kind.id), &kind.plain);
    }
    for (_, row) in &knowledge.lines {
        reader.entry("knowledge/lines.csv", row);
    }
    for town in towns {
        // Without its settings nobody knows how the town spells.
        let Some(settings) = town.settings.whole() else {
            continue;
        };
        reader.own = Some(&settings.words);
        reader.town = &town.folder;
        for row in &town.entries {
            reader.entry(&town.sheet("entries.csv"), row);
        }
        for row in &town.notices {
            reader.notice(&town.sheet("notices.csv"), row);
        }
    }
}

/// Sheet, row and column.
type Place<'p> = (&'p str, usize, &'p str);

struct Reader<'r> {
    unused: &'r [UnusedWord],
    /// Rows of words that are not told.
    common: HashSet<usize>,
    /// How often the word of a row was found.
    found: HashMap<usize, usize>,
    /// Towns whose spelling is not told, and how often each town's rows differ from it.
    spelled: HashSet<&'r str>,
    misspelt: HashMap<&'r str, usize>,
    /// The town whose rows are read.
    town: &'r str,
    /// The spelling of the town whose rows are read.
    own: Option<&'r Words>,
    faults: &'r mut Faults,
}

impl<'r> Reader<'r> {
    fn of(unused: &'r [UnusedWord], common: HashSet<usize>, faults: &'r mut Faults) -> Self {
        Self {
            unused,
            common,
            found: HashMap::new(),
            spelled: HashSet::new(),
            misspelt: HashMap::new(),
            town: "",
            own: None,
            faults,
        }
    }

    fn question(&mut self, question: &Question, row: usize) {
        let at = |column| ("knowledge/questions.toml", row, column);
        for asker in Asker::ALL {
            self.choice(at("text"), question.text.to(asker));
            self.sentences(at("why"), question.why.to(asker));
            for option in &question.options {
                self.choice(at("options"), option.text.to(asker));
            }
        }
    }

    fn entry(&mut self, sheet: &str, row: &EntryRow) {
        // What is not shown may be rough still.
        if !row.published {
            return;
        }
        let entry = &row.entry;
        let texts = [
            ("やさしい名前", &entry.plain),
            ("すること", &entry.what),
            ("使える人", &entry.who),
            ("行き方", &entry.channels.access),
            ("時間の補足", &entry.hours.note),
            ("予約", &entry.reservation),
            ("費用", &entry.cost),
            ("持ち物", &entry.bring),
            ("最初に言うこと", &entry.say),
        ];
        for (column, text) in texts {
            self.sentences((sheet, row.row, column), text);
        }
    }

    fn notice(&mut self, sheet: &str, row: &NoticeRow) {
        if !row.published {
            return;
        }
        let notice = &row.notice;
        let texts = [
            ("題名", &notice.title),
            ("本文", &notice.text),
            ("だれが", &notice.who),
            ("方法", &notice.how),
        ];
        for (column, text) in texts {
            self.sentences((sheet, row.row, column), text);
        }
    }

    /// What a resident chooses from is read in a moment: no brackets.
    fn choice(&mut self, place: Place, text: &str) {
        self.sentences(place, text);
        if text.contains(['（', '）', '(', ')']) {
            let what = format!("「{text}」に、かっこがあります");
            self.tell(place, what, "かっこの中を、ふつうの文に入れるか、取ります");
        }
    }

    fn sentences(&mut self, place: Place, text: &str) {
        // Of a text that is too long as a whole its sentence is not told again.
        let is_told = self.faults.are_at(place.0, place.1, place.2);
        for sentence in text.split(['。', '！', '？', '\n']) {
            let letters = sentence.chars().filter(|sign| !sign.is_whitespace());
            let count = letters.count();
            if count > LONGEST && !is_told {
                let what = format!("「{sentence}」が{count}字あります");
                let mend = format!("{LONGEST}字までの文に分けます");
                self.tell(place, what, &mend);
            }
        }
        self.words(place, text);
    }

    fn words(&mut self, place: Place, text: &str) {
        for UnusedWord {
            row,
            word,
            better,
            why,
        } in self.unused
        {
            let is_own = |own: &Words| own.replace.iter().any(|(_, to)| to == word);
            if !text.contains(word.as_str()) || self.own.is_some_and(is_own) {
                continue;
            }
            *self.found.entry(*row).or_default() += 1;
            if !self.common.contains(row) {
                let what = format!("「{word}」は使いません（{why}）");
                self.tell(place, what, &format!("「{better}」などにします"));
            }
        }
        let Some(own) = self.own else { return };
        let written = own.spelling().apply(text);
        if written != text {
            *self.misspelt.entry(self.town).or_default() += 1;
        }
        if written != text && !self.spelled.contains(self.town) {
            let what = format!("「{text}」が、この町の書き方とちがいます");
            let mend =
                format!("「{written}」にします。正式な名前なら、town.toml の keep に足します");
            self.tell(place, what, &mend);
        }
    }

    fn tell(&mut self, (sheet, row, column): Place, what: String, mend: &str) {
        self.faults.add(sheet, row, column, what, mend);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(own: Option<&Words>, look: impl Fn(&mut Reader)) -> Vec<String> {
        let row = |word: &str, better: &str| UnusedWord {
            row: 2,
            word: word.to_owned(),
            better: better.to_owned(),
            why: "わけ".to_owned(),
        };
        let unused = [row("離こん", "離婚"), row("障がい", "障害")];
        let mut faults = Faults::default();
        let mut reader = Reader::of(&unused, HashSet::new(), &mut faults);
        reader.own = own;
        look(&mut reader);
        faults.sorted().iter().map(ToString::to_string).collect()
    }

    const PLACE: Place = ("needs.csv", 2, "言葉");

    #[test]
    fn a_sentence_of_more_than_forty_letters_is_told_and_two_short_ones_are_not() {
        let forty = "あ".repeat(LONGEST);
        let told = |text: &str| read(None, |reader| reader.sentences(PLACE, text));
        assert_eq!(told(&format!("{forty}。{forty}？")).len(), 0);
        assert_eq!(told(&format!("い {forty}")).len(), 1);
        assert_eq!(
            told(&format!("{forty}う。え")),
            [format!(
                "needs.csv 2行「言葉」: 「{forty}う」が41字あります。→ 40字までの文に分けます。"
            )]
        );
    }

    #[test]
    fn what_is_chosen_from_has_no_brackets() {
        let told = |text: &str| read(None, |reader| reader.choice(PLACE, text));
        assert_eq!(told("家に帰りたくない（若い）").len(), 1);
        assert_eq!(told("家に帰りたくない").len(), 0);
    }

    #[test]
    fn a_word_that_is_not_used_comes_with_the_better_one() {
        let told = read(None, |reader| reader.words(PLACE, "離こんしたい"));
        let expected =
            "needs.csv 2行「言葉」: 「離こん」は使いません（わけ）。→ 「離婚」などにします。";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn each_town_writes_as_it_writes() {
        let own = Words {
            replace: vec![("障害".to_owned(), "障がい".to_owned())],
            keep: vec!["障害年金".to_owned()],
        };
        let plain = Words::default();
        let told = |own, text: &str| read(own, |reader| reader.words(PLACE, text)).len();
        assert_eq!(told(Some(&own), "障がいのある人の障害年金"), 0);
        assert_eq!(told(Some(&own), "障害のある人"), 1);
        assert_eq!(told(Some(&plain), "障害のある人"), 0);
        assert_eq!(told(Some(&plain), "障がいのある人"), 1);
        assert_eq!(told(None, "障がいのある人"), 1);
    }
}
