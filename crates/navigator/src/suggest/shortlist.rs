//! The windows that somebody's answers touch.
//!
//! A shortlist is made with the answers given so far. The windows of a kind are looked up once, when
//! something first speaks for the kind; then other answers can be tried, and only the conditions that
//! name a changed question are read anew. Nothing here grows with the catalog, only with what is touched.

use std::ops::Range;

use super::demand::Demands;
use super::held::{Help, RuleHeld, Trial, Watched};
use super::numbers::{Numbers, hash_of};
use crate::model::{
    Answer, Answers, Catalog, Confidence, Day, Entry, EntryId, Expr, Form, Freshness, KindId,
    Level, QuestionSet, Via,
};

/// Position of a line that kinds and windows draw: whom they can help.
pub type LineId = usize;

/// The line that everybody is within; most draw this one.
const EVERYBODY: LineId = 0;

/// The effort of one to which no way is known.
pub const NO_WAY: u32 = 8;

/// A kind that was met.
pub struct MetKind {
    /// The kind.
    pub id: KindId,
    /// Whom it can help.
    pub line: LineId,
    /// A window of the town has a phone.
    pub has_local_phone: bool,
    /// The town has no window of its own for it, or none that is in charge of the person's part of town.
    pub lacking: bool,
    /// Where its windows stand in [`Shortlist::listed`], once something spoke for it.
    listed: Option<Range<usize>>,
}

/// A window that is valid on the day and, as far as is known, in charge of the person's part of town.
pub struct Window {
    /// The entry.
    pub id: EntryId,
    /// The number of its phone in this shortlist, if it has one; else that of who passes on to it.
    pub phone: Option<u32>,
    /// How much harder it is to reach than one that can be called.
    pub effort: u32,
    /// Who passes on to it, where no way to it is known.
    pub passed_on_by: Option<u32>,
    /// The same for windows that one card tells apart: the town's own of one main role and for the same people, none of
    /// them in charge of a part of town.
    pub branch: Option<u32>,
    /// Whom it helps itself.
    pub line: LineId,
    /// Whom the kind of its main role helps.
    pub main_line: Option<LineId>,
    /// How wide it reaches.
    pub level: Level,
    /// How long ago a person looked at the official page.
    pub freshness: Freshness,
    /// Reached by the city hall's switchboard.
    pub by_switchboard: bool,
    /// In charge of some parts of town, and the person's is not known.
    pub of_some_part: bool,
}

impl Window {
    /// Whoever calls it speaks to those who help, and to nobody before them.
    pub fn answers_itself(&self) -> bool {
        self.phone.is_some() && !self.by_switchboard && self.passed_on_by.is_none()
    }
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
    /// Main role, and for whom.
    branches: Vec<(KindId, &'a Expr)>,
    known_branches: Numbers,
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
            branches: Vec::new(),
            known_branches: Numbers::default(),
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

    /// How many groups of branches were met.
    pub fn branches(&self) -> usize {
        self.branches.len()
    }

    /// The city hall's switchboard, if its row is valid.
    pub fn hall(&mut self) -> Option<u32> {
        let hall = self.catalog.town.switchboard;
        let entry = self.catalog.entries.get(hall.index())?;
        let answers = entry.is_valid_on(self.today)
            && entry.via == Via::Switchboard
            && !entry.channels.phone.is_empty();
        answers.then(|| self.window_of(hall))
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
                lacking: false,
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
        let mut own = Vec::new();
        let mut others = Vec::new();
        let id = self.kinds[kind].id;
        for &window in &catalog.kind(id).entries {
            let entry = catalog.entry(window);
            has_local_phone |= entry.level == Level::Town && !entry.channels.phone.is_empty();
            if !entry.is_valid_on(self.today) || self.is_elsewhere(entry) {
                continue;
            }
            let in_charge = self.knows_area() && !entry.areas.is_empty();
            let list = if in_charge { &mut own } else { &mut others };
            list.push(self.window_of(window));
        }
        // The one in charge of the person's part of town leads.
        let others = self.freshest_first(id, others);
        self.listed.extend(own.into_iter().chain(others));
        let kind = &mut self.kinds[kind];
        kind.listed = Some(first..self.listed.len());
        kind.has_local_phone = has_local_phone;
        kind.lacking = lacks(catalog, id, &self.listed[first..], &self.windows);
    }

    /// Of windows that are alike in everything else, those lead that a person has looked up of late.
    fn freshest_first(&self, kind: KindId, windows: Vec<u32>) -> Vec<u32> {
        if windows.len() < 2 {
            return windows;
        }
        let rank = |&window: &u32| {
            let entry = self.catalog.entry(self.window(window).id);
            let channels = &entry.channels;
            (
                entry.kinds.first() == Some(&kind),
                (channels.phone.is_empty(), entry.hours.is_always_open()),
                (entry.level, entry.form as u8, entry.via),
                entry.confidence == Confidence::Low,
                entry.areas.is_empty(),
            )
        };
        let mut group = 0;
        let mut keys: Vec<(u64, u32, usize)> = Vec::with_capacity(windows.len());
        for (place, window) in windows.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| windows.get(place));
            group += u64::from(before.is_none_or(|before| rank(before) != rank(window)));
            keys.push((group, self.window(*window).freshness as u32, place));
        }
        keys.sort_unstable();
        keys.iter().map(|&(.., place)| windows[place]).collect()
    }

    fn knows_area(&self) -> bool {
        matches!(self.trial.given.area, Answer::Chosen(_))
    }

    /// In charge of other parts of town than the person's.
    fn is_elsewhere(&self, entry: &Entry) -> bool {
        match self.trial.given.area {
            Answer::Chosen(area) => !entry.areas.is_empty() && !entry.areas.contains(&area),
            _ => false,
        }
    }

    fn window_of(&mut self, id: EntryId) -> u32 {
        // First, since it may take a number itself.
        let passed_on_by = self.who_passes_on(id);
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
            let (phone, by_switchboard) = match passed_on_by {
                Some(by) => {
                    let by = self.window(by);
                    (by.phone, by.by_switchboard)
                }
                None => {
                    let phone = self.phone(&entry.channels.phone);
                    (phone, entry.via == Via::Switchboard)
                }
            };
            let window = Window {
                id,
                phone,
                effort: effort(entry, passed_on_by.is_some()),
                passed_on_by,
                branch: self.branch(entry),
                line: self.line(&entry.fits),
                main_line,
                level: entry.level,
                freshness: entry.freshness(self.today),
                by_switchboard,
                of_some_part: !entry.areas.is_empty() && !self.knows_area(),
            };
            self.windows.push(window);
        }
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// The window that passes on to an entry, if that one can be called itself.
    fn who_passes_on(&mut self, id: EntryId) -> Option<u32> {
        let by = self.catalog.entry(id).passed_on_by?;
        let passer = self.catalog.entry(by);
        let answers = passer.is_valid_on(self.today)
            && passer.passed_on_by.is_none()
            && !passer.channels.phone.is_empty();
        answers.then(|| self.window_of(by))
    }

    /// The number of the group of branches that an entry belongs to.
    fn branch(&mut self, entry: &'a Entry) -> Option<u32> {
        let reached = entry.via == Via::Direct || entry.channels.phone.is_empty();
        let alone = !reached
            || entry.level != Level::Town
            || entry.form == Form::Hotline
            || !entry.areas.is_empty()
            || entry.passed_on_by.is_some();
        let main = *entry.kinds.first().filter(|_| !alone)?;
        let branches = &self.branches;
        let number = self
            .known_branches
            .of(hash_of(&main.0.to_le_bytes()), &|known| {
                branches[known] == (main, &entry.fits)
            });
        if number == self.branches.len() {
            self.branches.push((main, &entry.fits));
        }
        u32::try_from(number).ok()
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

/// True if no window of the kind's own that can be reached is among these, or if all of them are in charge of some parts of
/// town and none is of some other part.
fn lacks(catalog: &Catalog, kind: KindId, listed: &[u32], windows: &[Window]) -> bool {
    let listed = listed.iter().map(|&place| &windows[place as usize]);
    let own: Vec<&Window> = listed
        .filter(|window| catalog.entry(window.id).kinds.contains(&kind))
        .filter(|window| window.effort < NO_WAY)
        .collect();
    let in_charge = |area| {
        let mut entries = own.iter().map(|window| catalog.entry(window.id));
        entries.any(|entry| entry.areas.contains(&area))
    };
    own.is_empty()
        || (own.iter().all(|window| window.of_some_part) && !catalog.area_ids().all(in_charge))
}

/// One that can only be written, gone to, read of on a page of its own or asked for weighs half, and one to which no way is
/// known stands behind.
fn effort(entry: &Entry, passed_on: bool) -> u32 {
    let channels = &entry.channels;
    let has_page = entry.level != Level::Town && !entry.url.is_empty();
    if !channels.phone.is_empty() {
        1
    } else if passed_on || has_page || channels.without_phone() || !channels.other_phones.is_empty()
    {
        2
    } else {
        NO_WAY
    }
}
