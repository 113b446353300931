//! The windows that somebody's answers touch.
//!
//! A shortlist is made with the answers given so far. The windows of a kind are looked up once, when
//! something first speaks for the kind; then other answers can be tried, and only the conditions that
//! name a changed question are read anew. Nothing here grows with the catalog, only with what is touched.

use std::ops::Range;

use super::demand::Demands;
use super::held::{Help, RuleHeld, Trial, Watched};
use super::numbers::{Numbers, hash_of};
use crate::model::{Answer, Answers, Catalog, Day, EntryId, Expr, KindId, Level, QuestionSet, Via};

/// Position of a line that kinds and windows draw: whom they can help.
pub type LineId = usize;

/// The line that everybody is within; most draw this one.
const EVERYBODY: LineId = 0;

/// A kind that was met.
pub struct MetKind {
    /// The kind.
    pub id: KindId,
    /// Whom it can help.
    pub line: LineId,
    /// A window of the town has a phone.
    pub has_local_phone: bool,
    /// Where its windows stand in [`Shortlist::listed`], once something spoke for it.
    listed: Option<Range<usize>>,
}

/// A window that is valid on the day and, as far as is known, in charge of the person's part of town.
pub struct Window {
    /// The entry.
    pub id: EntryId,
    /// The number of its phone in this shortlist, if it has one.
    pub phone: Option<u32>,
    /// Whom it helps itself.
    pub line: LineId,
    /// Whom the kind of its main role helps.
    pub main_line: Option<LineId>,
    /// How wide it reaches.
    pub level: Level,
    /// Reached by the city hall's switchboard.
    pub by_switchboard: bool,
    /// In charge of some parts of town, and the person's is not known.
    pub of_some_part: bool,
}

/// See the module.
pub struct Shortlist<'a> {
    /// The town.
    pub catalog: &'a Catalog,
    today: Day,
    trial: Trial<'a>,
    rules: Vec<Watched<'a, RuleHeld>>,
    lines: Vec<Watched<'a, Help>>,
    kinds: Vec<MetKind>,
    known_kinds: Numbers,
    windows: Vec<Window>,
    known_windows: Numbers,
    /// The windows of each kind, best first.
    listed: Vec<u32>,
    phones: Vec<&'a str>,
    known_phones: Numbers,
}

impl<'a> Shortlist<'a> {
    /// With the answers given so far. `reach` tells to each question those that decide whether it applies, and itself;
    /// empty if nothing will be tried.
    pub fn new(
        catalog: &'a Catalog,
        given: &'a Answers,
        today: Day,
        reach: Vec<QuestionSet>,
    ) -> Self {
        let trial = Trial {
            catalog,
            given,
            tried: given.clone(),
            changed: QuestionSet::default(),
            reach,
        };
        let rules = catalog.rules.iter();
        Self {
            catalog,
            today,
            rules: rules.map(|rule| Watched::new(&rule.when, &trial)).collect(),
            lines: vec![Watched::new(&Expr::Always, &trial)],
            trial,
            kinds: Vec::new(),
            known_kinds: Numbers::default(),
            windows: Vec::new(),
            known_windows: Numbers::default(),
            listed: Vec::new(),
            phones: Vec::new(),
            known_phones: Numbers::default(),
        }
    }

    /// Tries other answers, which differ from the given ones in these questions. False if they can
    /// change no card.
    pub fn turns(&mut self, tried: Answers, changed: QuestionSet) -> bool {
        (self.trial.tried, self.trial.changed) = (tried, changed);
        let mut turned = false;
        for rule in &mut self.rules {
            turned |= rule.turns(&self.trial);
        }
        for line in &mut self.lines {
            turned |= line.turns(&self.trial);
        }
        turned
    }

    /// What speaks for which kinds.
    pub fn demands(&self) -> Demands {
        let (mut rules, mut left_open) = (Vec::new(), Vec::new());
        for (id, rule) in self.catalog.rule_ids().zip(&self.rules) {
            match rule.tried {
                RuleHeld::No => {}
                RuleHeld::LeftOpen => left_open.push(id),
                RuleHeld::Yes => rules.push(id),
            }
        }
        Demands::of(self.catalog, &self.trial.tried, &rules, &left_open)
    }

    /// Whether the person, with the answers that are tried, is within a line.
    pub fn help(&self, line: LineId) -> Help {
        self.lines[line].tried
    }

    /// Whether a kind can help the person.
    pub fn help_of_kind(&mut self, id: KindId) -> Help {
        let kind = self.meet(id);
        self.help(self.kinds[kind].line)
    }

    /// The window at a position.
    pub fn window(&self, window: u32) -> &Window {
        &self.windows[window as usize]
    }

    /// How many windows were met.
    pub fn windows(&self) -> usize {
        self.windows.len()
    }

    /// How many phones were met.
    pub fn phones(&self) -> usize {
        self.phones.len()
    }

    /// A kind that was met, and its windows, best first.
    pub fn met(&self, kind: usize) -> (&MetKind, &[u32]) {
        let kind = &self.kinds[kind];
        let listed = kind.listed.clone().unwrap_or_default();
        (kind, &self.listed[listed])
    }

    /// The number of a kind.
    pub fn meet(&mut self, id: KindId) -> usize {
        let kinds = &self.kinds;
        let number = self
            .known_kinds
            .of(hash_of(&id.0.to_le_bytes()), &|kind| kinds[kind].id == id);
        if number == self.kinds.len() {
            let line = self.line(&self.catalog.kind(id).fits);
            self.kinds.push(MetKind {
                id,
                line,
                has_local_phone: false,
                listed: None,
            });
        }
        number
    }

    /// Looks up the windows of a kind, unless that was done before.
    pub fn look_up(&mut self, kind: usize) {
        if self.kinds[kind].listed.is_some() {
            return;
        }
        let catalog = self.catalog;
        let first = self.listed.len();
        let mut has_local_phone = false;
        for &id in &catalog.kind(self.kinds[kind].id).entries {
            let entry = catalog.entry(id);
            has_local_phone |= entry.level == Level::Town && !entry.channels.phone.is_empty();
            let elsewhere = match self.trial.given.area {
                Answer::Chosen(area) => !entry.areas.is_empty() && !entry.areas.contains(&area),
                _ => false,
            };
            if entry.is_valid_on(self.today) && !elsewhere {
                let window = self.window_of(id);
                self.listed.push(window);
            }
        }
        self.kinds[kind].listed = Some(first..self.listed.len());
        self.kinds[kind].has_local_phone = has_local_phone;
    }

    fn window_of(&mut self, id: EntryId) -> u32 {
        let windows = &self.windows;
        let number = self
            .known_windows
            .of(hash_of(&id.0.to_le_bytes()), &|window| {
                windows[window].id == id
            });
        if number == self.windows.len() {
            let entry = self.catalog.entry(id);
            let main_line = entry.kinds.first().map(|&main| {
                let kind = self.meet(main);
                self.kinds[kind].line
            });
            let window = Window {
                id,
                phone: self.phone(&entry.channels.phone),
                line: self.line(&entry.fits),
                main_line,
                level: entry.level,
                by_switchboard: entry.via == Via::Switchboard,
                of_some_part: !entry.areas.is_empty()
                    && !matches!(self.trial.given.area, Answer::Chosen(_)),
            };
            self.windows.push(window);
        }
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// The number of a phone.
    fn phone(&mut self, phone: &'a str) -> Option<u32> {
        if phone.is_empty() {
            return None;
        }
        let phones = &self.phones;
        let number = self
            .known_phones
            .of(hash_of(phone.as_bytes()), &|known| phones[known] == phone);
        if number == self.phones.len() {
            self.phones.push(phone);
        }
        u32::try_from(number).ok()
    }

    /// Takes in the line that a kind or a window draws.
    fn line(&mut self, fits: &'a Expr) -> LineId {
        if *fits == Expr::Always {
            return EVERYBODY;
        }
        self.lines.push(Watched::new(fits, &self.trial));
        self.lines.len() - 1
    }
}
