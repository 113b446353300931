//! What can be found, by pairs of letters: a pair that few things share weighs more than one that many do.
//!
//! Built once for a catalog; each letter typed then costs no more than the pairs that were typed.

use super::fold::{folded, is_sign, stem};

/// Words by which a thing is found.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The thing, by its number.
    pub thing: u32,
    /// As they are written.
    pub text: &'a str,
    /// How much they say of the thing, in quarters: its name all, what is told of it less.
    pub weight: u32,
    /// They speak of nothing else.
    pub own: bool,
}

/// How well a text speaks of a thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// The thing, by its number.
    pub thing: u32,
    /// The higher, the better.
    pub score: u32,
    /// A word that speaks of nothing else stands in the text as it is, or nearly so if it is long.
    pub own: bool,
    /// A word stands as it is in the text, or nearly so if it is long, or it begins as the text does: more than an ending
    /// is alike.
    pub sure: bool,
}

impl Hit {
    /// A second word that speaks for the same thing makes it surer.
    fn add(&mut self, other: &Self) {
        let (more, less) = (self.score.max(other.score), self.score.min(other.score));
        self.score = more + less / 8;
        self.own |= other.own;
        self.sure |= other.sure;
    }
}

/// What all the words of a thing together say of it: a long sentence tells a little in many places.
fn told(thing: u32, shared: u32, all: u32) -> Hit {
    let share = u64::from(shared) * WHOLE / u64::from(all.max(1));
    let score = u64::from(shared) * share * share * 4 / 1024;
    Hit {
        thing,
        score: if share < TOLD {
            0
        } else {
            u32::try_from(score).unwrap_or(u32::MAX)
        },
        ..Hit::default()
    }
}

struct Term {
    thing: u32,
    weight: u32,
    own: bool,
    /// What all of its pairs weigh.
    all: u32,
    letters: Vec<char>,
}

/// The words of many things.
pub struct Index {
    terms: Vec<Term>,
    /// Pair, number of the term. The third has no meaning: the crate sorts one shape alone.
    pairs: Vec<(u64, u32, usize)>,
    things: u32,
}

/// A share, in parts of 64.
const WHOLE: u64 = 64;
/// Below this share of the word, or of what was typed, they are not alike.
const ALIKE: u64 = 38;
/// Below this share of what was typed, the words of a thing tell nothing together.
const TOLD: u64 = 26;

impl Index {
    /// From words of things whose numbers rise.
    pub fn of(words: &[Words<'_>]) -> Self {
        let mut index = Self {
            terms: Vec::new(),
            pairs: Vec::new(),
            things: words.last().map_or(0, |word| word.thing + 1),
        };
        for word in words {
            let letters = stem(&folded(word.text)).to_vec();
            let number = u32::try_from(index.terms.len()).unwrap_or(u32::MAX);
            for pair in pairs_of(&letters) {
                index.pairs.push((pair, number, 0));
            }
            index.terms.push(Term {
                thing: word.thing,
                weight: word.weight,
                own: word.own,
                all: 0,
                letters,
            });
        }
        index.pairs.sort_unstable();
        index.weigh_words();
        index
    }

    fn weigh_words(&mut self) {
        let mut first = 0;
        while let Some(&(pair, ..)) = self.pairs.get(first) {
            let those = self.holding(pair);
            let weight = self.weight(pair, those.clone());
            for &(_, term, _) in &self.pairs[those.clone()] {
                self.terms[term as usize].all += weight;
            }
            first = those.end;
        }
    }

    /// Where the words stand that hold a pair.
    fn holding(&self, pair: u64) -> std::ops::Range<usize> {
        let place = |pair| self.pairs.partition_point(|&(other, ..)| other < pair);
        place(pair)..place(pair + 1)
    }

    /// Four for each halving of the things that share it; less for a sign alone.
    fn weight(&self, pair: u64, holding: std::ops::Range<usize>) -> u32 {
        let mut sharing = 0;
        let mut last = u32::MAX;
        for &(_, term, _) in &self.pairs[holding] {
            let thing = self.terms[term as usize].thing;
            sharing += u32::from(thing != last);
            last = thing;
        }
        let rarity = u64::from(self.things) * 8 / u64::from(sharing.max(1));
        let halvings = rarity.max(8).ilog2();
        let weight =
            (halvings - 3) * 4 + u32::try_from(rarity >> (halvings - 2) & 3).unwrap_or(0) + 1;
        if pair < ALONE { weight / 2 + 1 } else { weight }
    }

    /// Things that the text speaks of, in the order of their numbers.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let typed = folded(text);
        let mut by_term: Vec<u32> = vec![0; self.terms.len()];
        let mut by_thing: Vec<u32> = vec![0; self.things as usize];
        let mut all = 0;
        for pair in pairs_of(&typed) {
            let holding = self.holding(pair);
            let weight = self.weight(pair, holding.clone());
            all += weight;
            let mut last = u32::MAX;
            for &(_, term, _) in &self.pairs[holding] {
                by_term[term as usize] += weight;
                let thing = self.terms[term as usize].thing;
                by_thing[thing as usize] += if thing == last { 0 } else { weight };
                last = thing;
            }
        }
        let mut hits: Vec<Hit> = (0..)
            .zip(by_thing)
            .map(|(thing, shared)| told(thing, shared, all))
            .collect();
        for (term, shared) in self.terms.iter().zip(by_term) {
            if let Some(hit) = hits.get_mut(term.thing as usize) {
                hit.add(&term.likeness(&typed, shared, all));
            }
        }
        hits.retain(|hit| hit.score > 0);
        hits
    }
}

impl Term {
    /// What it says of its thing, if it shares so much of all that was typed.
    fn likeness(&self, typed: &[char], shared: u32, all: u32) -> Hit {
        let mut hit = Hit {
            thing: self.thing,
            ..Hit::default()
        };
        let is_it = self.letters == stem(typed);
        let smaller = u64::from(self.all.min(all)).max(1);
        let share = u64::from(shared) * WHOLE / smaller;
        if share < ALIKE && (typed.is_empty() || !is_it) {
            return hit;
        }
        let whole = shared == self.all && holds(typed, &self.letters);
        let begins = typed.len() >= 2 && self.letters.starts_with(typed);
        let long = self.letters.len() >= LONG;
        let more = match () {
            () if is_it => 4,
            () if whole || holds(&self.letters, typed) => 3,
            () => 2,
        };
        let score =
            u64::from(shared.max(1)) * share.max(1) * share.max(1) * u64::from(self.weight) * more;
        hit.score = u32::try_from(score / 1024 + 1).unwrap_or(u32::MAX);
        hit.own = self.own && (whole || long && shared * 5 >= self.all * 4);
        hit.sure = whole || begins || long && shared * 4 >= self.all * 3;
        hit
    }
}

/// So many letters are more than a word and its ending.
const LONG: usize = 6;

/// What is no pair but a sign alone is below.
const ALONE: u64 = 1 << 32;

/// Each pair of neighbours once, each sign alone, and signs that follow each other but for an ending: 取り立て is 取立 too.
fn pairs_of(letters: &[char]) -> Vec<u64> {
    let pair = |one: char, other: char| u64::from(one) << 32 | u64::from(other);
    let mut all: Vec<u64> = Vec::new();
    let mut put = |pair| {
        if !all.contains(&pair) {
            all.push(pair);
        }
    };
    let mut sign = None;
    let mut before = None;
    for (place, &letter) in letters.iter().enumerate() {
        if let Some(before) = before {
            put(pair(before, letter));
        }
        before = Some(letter);
        if is_sign(letter) {
            put(u64::from(letter));
            if let Some((_, sign)) = sign.filter(|&(at, _)| at + 2 == place) {
                put(pair(sign, letter));
            }
            sign = Some((place, letter));
        }
    }
    all
}

fn holds(text: &[char], word: &[char]) -> bool {
    !word.is_empty() && text.windows(word.len()).any(|part| part == word)
}
