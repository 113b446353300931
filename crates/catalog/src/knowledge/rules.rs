//! `rules.toml`: when something stands above or beside the troubles, and what is offered to everybody.

use crate::condition::{ConditionFault, Vocabulary, condition_or_always};
use crate::fault::Faults;
use crate::kinds::Kinds;
use crate::sheets::{ID_MEND, Lines, Seen, is_plain_id, not_an_id, read_toml, unique};
use crate::sources::Sources;
use navigator::{Expr, KindId, Rule, RuleSort};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use toml::Spanned;

pub const RULES: &str = "knowledge/rules.toml";

/// What the file says.
#[derive(Default)]
pub struct Rules {
    /// Rules in their order.
    pub rules: Vec<Rule>,
    /// The row of each.
    pub rows: Vec<usize>,
    /// When a kind can help, by kind.
    pub fits: Vec<Expr>,
    /// Kinds that can hear somebody where a kind is missing, by kind.
    pub instead: Vec<Vec<KindId>>,
    /// Kinds offered to everybody at the end.
    pub fallback: Vec<KindId>,
    /// The joined-up window's kind.
    pub joined_up: Option<KindId>,
    /// Ids of lines that stand on every page.
    pub always: Vec<String>,
    /// Their row.
    pub always_row: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    always: Spanned<Vec<String>>,
    fallback: Spanned<Vec<String>>,
    joined_up: Spanned<String>,
    fits: BTreeMap<String, Spanned<String>>,
    instead: BTreeMap<String, Spanned<Vec<String>>>,
    rule: Vec<Spanned<RuleText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    id: String,
    sort: String,
    #[serde(default)]
    stop: bool,
    #[serde(default)]
    private: bool,
    #[serde(default)]
    direct: bool,
    #[serde(default)]
    silent: bool,
    #[serde(default)]
    no_trace: bool,
    words: String,
    when: Spanned<String>,
    first: Vec<String>,
    also: Vec<String>,
    source: String,
}

/// Reads the file.
pub fn read(
    sources: &Sources,
    kinds: &Kinds,
    words: &Vocabulary,
    faults: &mut Faults,
) -> Seen<Rules> {
    let mut rules = Rules {
        fits: vec![Expr::Always; kinds.len()],
        instead: vec![Vec::new(); kinds.len()],
        ..Rules::default()
    };
    let Some((file, lines)) = read_toml::<RulesFile>(sources, RULES, faults) else {
        return Seen::part(rules);
    };
    let before = faults.count();
    let mut reader = Reader {
        kinds,
        words,
        lines,
        faults,
    };
    rules.always_row = reader.lines.row(&file.always);
    rules.fallback = reader.kinds_at("fallback", &file.fallback);
    let joined_up = reader.lines.row(&file.joined_up);
    rules.joined_up = reader.kind(joined_up, "joined_up", file.joined_up.get_ref());
    reader.read_fits(&file.fits, &mut rules.fits);
    reader.read_instead(&file.instead, &mut rules.instead);
    (rules.rows, rules.rules) = reader.read_rules(file.rule).into_iter().unzip();
    rules.always = file.always.into_inner();
    if faults.count() == before && !faults.are_of(RULES) {
        Seen::all(rules)
    } else {
        Seen::part(rules)
    }
}

/// What every part of the file is read with.
struct Reader<'r> {
    kinds: &'r Kinds,
    words: &'r Vocabulary,
    lines: Lines<'r>,
    faults: &'r mut Faults,
}

impl Reader<'_> {
    fn fault(&mut self, row: usize, place: &str, what: impl Into<String>, mend: &str) {
        self.faults.add(RULES, row, place, what, mend);
    }

    fn kinds(&mut self, row: usize, place: &str, ids: &[String]) -> Vec<KindId> {
        let mut tell = |missed, (what, mend): (String, &str)| {
            self.faults.miss((RULES, row, place), missed, what, mend);
        };
        self.kinds.of(ids, &mut tell)
    }

    /// A list that stands alone: it names something, and nothing twice.
    fn kinds_at(&mut self, place: &str, ids: &Spanned<Vec<String>>) -> Vec<KindId> {
        let row = self.lines.row(ids);
        if ids.get_ref().is_empty() {
            self.fault(row, place, "空です", "kinds.csv の id を1つ以上書きます");
        }
        self.check_once(row, place, ids.get_ref().iter());
        self.kinds(row, place, ids.get_ref())
    }

    fn check_once<'i>(&mut self, row: usize, place: &str, ids: impl Iterator<Item = &'i String>) {
        let mut seen = HashSet::new();
        for id in ids.filter(|id| !seen.insert(*id)) {
            self.fault(row, place, format!("「{id}」が2回あります"), "1つにします");
        }
    }

    fn kind(&mut self, row: usize, place: &str, id: &String) -> Option<KindId> {
        let kinds = self.kinds(row, place, std::slice::from_ref(id));
        kinds.first().copied()
    }

    /// What is empty would hold for everybody, and is no condition.
    fn condition(&mut self, place: &str, when: &Spanned<String>) -> Expr {
        let row = self.lines.row(when);
        if when.get_ref().trim().is_empty() {
            let mend = "いつ成り立つかを書きます。だれにでもなら、この行（規則なら全体）を消します";
            self.fault(row, place, "条件が空です", mend);
        }
        let tell = |faults: &mut Faults, fault: ConditionFault| {
            fault.tell((RULES, row, place), faults);
        };
        condition_or_always(when.get_ref(), self.words, self.faults, tell)
    }

    fn read_fits(&mut self, written: &BTreeMap<String, Spanned<String>>, fits: &mut [Expr]) {
        for (id, when) in written {
            let kind = self.kind(self.lines.row(when), "fits", id);
            let when = self.condition(&format!("fits.{id}"), when);
            if let Some(kind) = kind {
                fits[kind.index()] = when;
            }
        }
    }

    fn read_instead(
        &mut self,
        written: &BTreeMap<String, Spanned<Vec<String>>>,
        instead: &mut [Vec<KindId>],
    ) {
        for (id, ids) in written {
            let row = self.lines.row(ids);
            let kind = self.kind(row, "instead", id);
            let others = self.kinds_at(&format!("instead.{id}"), ids);
            if ids.get_ref().contains(id) {
                let what = format!("「{id}」の代わりが「{id}」です");
                self.fault(row, "instead", what, "代わりになる、ほかの種類を書きます");
            }
            if let Some(kind) = kind {
                instead[kind.index()] = others;
            }
        }
    }

    /// The rules, each with its row.
    fn read_rules(&mut self, rules: Vec<Spanned<RuleText>>) -> Vec<(usize, Rule)> {
        let rules = self.lines.with_rows(rules);
        let ids = rules.iter().map(|(row, rule)| (*row, rule.id.as_str()));
        unique(RULES, ids, self.faults);
        self.check_same(&rules);
        rules
            .into_iter()
            .map(|(row, rule)| (row, self.read_rule(row, rule)))
            .collect()
    }

    /// Two rules that hold at the same time and say the same are one that was pasted twice.
    fn check_same(&mut self, rules: &[(usize, RuleText)]) {
        let says = |rule: &RuleText| (rule.sort.clone(), rule.when.get_ref().clone());
        for (at, (row, rule)) in rules.iter().enumerate() {
            let mut above = rules[..at].iter();
            let same = above.find(|(_, other)| says(other) == says(rule) && other.id != rule.id);
            if let Some((first, other)) = same {
                let what = format!("{first}行の規則「{}」と、sort も when も同じです", other.id);
                self.fault(*row, &rule.id, what, "1つにまとめます");
            }
        }
    }

    fn read_rule(&mut self, row: usize, rule: RuleText) -> Rule {
        let sort = self.sort(row, &rule);
        if sort == RuleSort::Urgent && rule.first.is_empty() {
            let mend = "今日か明日のうちにかける所の種類を、first に書きます";
            self.fault(row, &rule.id, "urgent なのに first が空です", mend);
        }
        if !is_plain_id(&rule.id) {
            self.fault(row, &rule.id, not_an_id(&rule.id), ID_MEND);
        }
        self.check_once(row, &rule.id, rule.first.iter().chain(&rule.also));
        if rule.source.is_empty() || rule.words.is_empty() {
            let mend = "理由の言葉と、もとにした資料を書きます";
            self.fault(row, &rule.id, "words か source が空です", mend);
        }
        if rule.first.is_empty() && rule.also.is_empty() {
            let mend = "first か also に種類を書くか、規則を消します";
            self.fault(row, &rule.id, "どの種類も上がりません", mend);
        }
        Rule {
            when: self.condition(&rule.id, &rule.when),
            first: self.kinds(row, &rule.id, &rule.first),
            also: self.kinds(row, &rule.id, &rule.also),
            id: rule.id,
            words: rule.words,
            direct: rule.direct,
            silent: rule.silent,
            traceless: rule.no_trace,
            sort,
        }
    }

    fn sort(&mut self, row: usize, rule: &RuleText) -> RuleSort {
        let sort = match rule.sort.as_str() {
            "crisis" => {
                return RuleSort::Crisis {
                    stop: rule.stop,
                    private: rule.private,
                };
            }
            "urgent" => RuleSort::Urgent,
            "compound" => RuleSort::Compound,
            "gate" => RuleSort::Gate,
            other => {
                let what = format!("sort「{other}」は使えません");
                self.fault(
                    row,
                    &rule.id,
                    what,
                    "crisis、urgent、compound、gate のどれかにします",
                );
                return RuleSort::Gate;
            }
        };
        for (mark, set) in [("stop", rule.stop), ("private", rule.private)] {
            if set {
                let what = format!("{mark} は crisis だけで使えます");
                self.fault(
                    row,
                    &rule.id,
                    what,
                    "この行を消すか、sort を crisis にします",
                );
            }
        }
        sort
    }
}
