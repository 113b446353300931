//! The windows that somebody's answers touch.
//!
//! A shortlist is entered with the answers given so far. The windows of a kind are looked up once, when
//! something first speaks for the kind; then other answers can be tried, and only the conditions that
//! name a changed question are read anew. Nothing here grows with the catalog, only with what is touched.

use std::ops::Range;

use super::demand::{Demand, Demands};
use super::numbers::{Numbers, hash_of};
use super::outcome::Standing;
use crate::logic::Truth;
use crate::model::{Answer, Answers, Catalog, Day, EntryId, Expr, KindId, Level, OptionSet, Via};

/// A kind in danger brings this many of its lines to the front; the others follow behind.
const CRISIS_LINES_PER_KIND: usize = 2;

/// What the answers make of a condition.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// Does not hold.
    No,
    /// Of a rule: 「わからない」 or a refusal left it open. Of others: unknown.
    Perhaps,
    /// Holds.
    Yes,
    /// Holds, and there are answers to tell that it rests on.
    Told,
}

impl Held {
    fn of_rule(when: &Expr, catalog: &Catalog, answers: &Answers) -> Self {
        if when.read(catalog, answers) == Truth::Yes {
            Self::Yes
        } else if when.may_hold(answers) {
            Self::Perhaps
        } else {
            Self::No
        }
    }

    fn of_fits(fits: &Expr, catalog: &Catalog, answers: &Answers) -> Self {
        let mut told = false;
        match fits.read(catalog, answers) {
            Truth::No => Self::No,
            Truth::Unknown => Self::Perhaps,
            Truth::Yes => {
                fits.each_circumstance(&mut |question, options| {
                    if let Answer::Chosen(chosen) = answers.circumstance(question) {
                        told |= chosen.meets(options);
                    }
                });
                if told { Self::Told } else { Self::Yes }
            }
        }
    }

    /// The same of a condition on whom a window helps, in Kleene's words.
    pub fn truth(self) -> Truth {
        match self {
            Self::No => Truth::No,
            Self::Perhaps => Truth::Unknown,
            Self::Yes | Self::Told => Truth::Yes,
        }
    }
}

/// A condition that the answers touch.
struct Condition<'a> {
    when: &'a Expr,
    read: fn(&Expr, &Catalog, &Answers) -> Held,
    /// The questions that it rests on.
    names: OptionSet,
    given: Held,
    tried: Held,
}

/// Position of a condition in a shortlist.
type ConditionId = usize;

/// Holds always; it stands before the rules' conditions.
const ALWAYS: ConditionId = 0;

/// A kind that was met.
struct Role {
    id: KindId,
    fits: ConditionId,
    /// Where its windows stand in [`Shortlist::listed`], once something spoke for it.
    windows: Option<Range<usize>>,
    has_local_phone: bool,
}

/// A window that is valid on the day and, as far as is known, in charge of the person's part of town.
pub struct Window {
    /// The entry.
    pub id: EntryId,
    /// The number of its phone in this shortlist, if it has one.
    pub phone: Option<u32>,
    /// Whom it helps itself.
    pub fits: ConditionId,
    /// Whom the kind of its main role helps.
    pub main: Option<ConditionId>,
    level: Level,
    by_switchboard: bool,
    /// In charge of some parts of town, and the person's is not known.
    of_some_part: bool,
}

/// A window in one of its roles.
pub struct Offer {
    pub kind: KindId,
    /// The same window's next role.
    pub next: Option<u32>,
}

/// A window on its way to becoming a card.
pub struct Candidate {
    /// Position in the shortlist.
    pub window: u32,
    pub alternatives: Vec<u32>,
    pub weight: u32,
    pub crisis: Option<u16>,
    pub joined_up: bool,
    pub standing: Standing,
    /// There is a reason to tell.
    pub reasoned: bool,
    /// Its roles, from the first to the last.
    pub roles: (u32, u32),
}

/// See the module.
pub struct Shortlist<'a> {
    catalog: &'a Catalog,
    today: Day,
    given: &'a Answers,
    tried: Answers,
    /// The questions whose answers may differ between the two.
    changed: OptionSet,
    /// To each question those that decide whether it applies, and itself. Empty if nothing will be tried.
    reach: Vec<OptionSet>,
    conditions: Vec<Condition<'a>>,
    roles: Vec<Role>,
    known_roles: Numbers,
    windows: Vec<Window>,
    known_windows: Numbers,
    /// The windows of each kind, best first.
    listed: Vec<u32>,
    phones: Vec<&'a str>,
    known_phones: Numbers,
}

impl<'a> Shortlist<'a> {
    /// Enters with the answers given so far.
    pub fn new(
        catalog: &'a Catalog,
        given: &'a Answers,
        today: Day,
        reach: Vec<OptionSet>,
    ) -> Self {
        let mut shortlist = Self {
            catalog,
            today,
            given,
            tried: given.clone(),
            changed: OptionSet::EMPTY,
            reach,
            conditions: Vec::with_capacity(catalog.rules.len() * 2),
            roles: Vec::new(),
            known_roles: Numbers::default(),
            windows: Vec::new(),
            known_windows: Numbers::default(),
            listed: Vec::new(),
            phones: Vec::new(),
            known_phones: Numbers::default(),
        };
        shortlist.watch(&Expr::Always, Held::of_fits);
        for rule in &catalog.rules {
            shortlist.watch(&rule.when, Held::of_rule);
        }
        shortlist
    }

    /// Tries other answers, which differ from the given ones in these questions. False if they can
    /// change no card.
    pub fn turns(&mut self, tried: Answers, changed: OptionSet) -> bool {
        let mut turned = false;
        for condition in &mut self.conditions {
            condition.tried = if condition.names.meets(changed) {
                (condition.read)(condition.when, self.catalog, &tried)
            } else {
                condition.given
            };
            turned |= condition.tried != condition.given;
        }
        (self.tried, self.changed) = (tried, changed);
        turned
    }

    /// What speaks for which kinds.
    pub fn demands(&self) -> Demands {
        let (mut rules, mut perhaps) = (Vec::new(), Vec::new());
        for id in self.catalog.rule_ids() {
            match self.conditions[ALWAYS + 1 + id.index()].tried {
                Held::No => {}
                Held::Perhaps => perhaps.push(id),
                Held::Yes | Held::Told => rules.push(id),
            }
        }
        Demands::of(self.catalog, &self.tried, &rules, &perhaps)
    }

    /// What the answers that are tried make of a condition.
    pub fn held(&self, condition: ConditionId) -> Held {
        self.conditions[condition].tried
    }

    /// What they make of the line that a kind draws.
    pub fn held_of_kind(&mut self, kind: KindId) -> Held {
        let role = self.role(kind);
        self.held(self.roles[role].fits)
    }

    /// The window at a position.
    pub fn window(&self, window: u32) -> &Window {
        &self.windows[window as usize]
    }

    /// How many phones were met.
    pub fn phones(&self) -> usize {
        self.phones.len()
    }

    /// The windows of the kinds that something speaks for, in no order, and their roles.
    pub fn candidates(&mut self, demands: &Demands) -> (Vec<Candidate>, Vec<Offer>) {
        let mut offered = Offered {
            candidates: Vec::with_capacity(self.windows.len()),
            offers: Vec::with_capacity(self.windows.len() * 2),
            places: vec![None; self.windows.len()],
        };
        for &(kind, ref demand) in &demands.kinds {
            if demand.weight == 0 {
                continue;
            }
            let role = self.role(kind);
            let fits = self.held(self.roles[role].fits);
            if fits == Held::No && !demand.danger {
                continue;
            }
            if self.roles[role].windows.is_none() {
                self.open(role);
            }
            self.offer(&self.roles[role], fits, demand, demands, &mut offered);
        }
        (offered.candidates, offered.offers)
    }

    fn offer(
        &self,
        role: &Role,
        fits: Held,
        demand: &Demand,
        demands: &Demands,
        offered: &mut Offered,
    ) {
        let sure = fits >= Held::Yes && demand.sure;
        let weight = demand.weight * if sure { 3 } else { 2 };
        let direct = demands.guarded && (demand.guarded || !demand.open);
        let mut by_area: Option<usize> = None;
        let mut rank = 0;
        for &place in role
            .windows
            .iter()
            .flat_map(|range| &self.listed[range.clone()])
        {
            let window = self.window(place);
            // A window keeps the age line of its main role in its side roles, and when it stands in
            // for a kind that the town does not have.
            let main = window.main.map_or(fits, |main| self.held(main));
            let line = main.min(self.held(window.fits));
            if (direct && window.by_switchboard) || (line == Held::No && !demand.danger) {
                continue;
            }
            if window.of_some_part {
                // All of them are offered, as one card that says how to tell.
                if let Some(lead) = by_area {
                    let lead = &mut offered.candidates[lead];
                    if lead.window != place && !lead.alternatives.contains(&place) {
                        lead.alternatives.push(place);
                    }
                    continue;
                }
            }
            let (number, candidate) = offered.add(place, role.id);
            if window.of_some_part {
                by_area = Some(number);
            }
            let weight = weight_of_window(weight, rank, window, role.has_local_phone);
            candidate.weight = candidate.weight.max(weight);
            if sure && line >= Held::Yes {
                candidate.standing = Standing::Fits;
            }
            candidate.reasoned |= demand.reasoned || fits == Held::Told;
            candidate.joined_up |=
                demands.compound && role.id == self.catalog.joined_up && rank == 0;
            if rank < CRISIS_LINES_PER_KIND {
                let lines = candidate.crisis.into_iter().chain(demand.crisis);
                candidate.crisis = lines.min();
            }
            rank += 1;
        }
    }

    /// The number of a kind.
    fn role(&mut self, id: KindId) -> usize {
        let roles = &self.roles;
        let number = self
            .known_roles
            .of(hash_of(&id.0.to_le_bytes()), &|role| roles[role].id == id);
        if number == self.roles.len() {
            let fits = self.line(&self.catalog.kind(id).fits);
            self.roles.push(Role {
                id,
                fits,
                windows: None,
                has_local_phone: false,
            });
        }
        number
    }

    /// Looks up the windows of a kind.
    fn open(&mut self, role: usize) {
        let catalog = self.catalog;
        let first = self.listed.len();
        let mut has_local_phone = false;
        for &id in &catalog.kind(self.roles[role].id).entries {
            let entry = catalog.entry(id);
            has_local_phone |= entry.level == Level::Town && !entry.channels.phone.is_empty();
            let elsewhere = match self.given.area {
                Answer::Chosen(area) => !entry.areas.is_empty() && !entry.areas.contains(&area),
                _ => false,
            };
            if entry.is_valid_on(self.today) && !elsewhere {
                let window = self.window_of(id);
                self.listed.push(window);
            }
        }
        self.roles[role].windows = Some(first..self.listed.len());
        self.roles[role].has_local_phone = has_local_phone;
    }

    fn window_of(&mut self, id: EntryId) -> u32 {
        let windows = &self.windows;
        let number = self
            .known_windows
            .of(hash_of(&id.0.to_le_bytes()), &|window| {
                windows[window].id == id
            });
        if number == self.windows.len() {
            let catalog = self.catalog;
            let entry = catalog.entry(id);
            let main = entry.kinds.first().map(|&main| {
                let role = self.role(main);
                self.roles[role].fits
            });
            let window = Window {
                id,
                phone: self.phone(&entry.channels.phone),
                fits: self.line(&entry.fits),
                main,
                level: entry.level,
                by_switchboard: entry.via == Via::Switchboard,
                of_some_part: !entry.areas.is_empty()
                    && !matches!(self.given.area, Answer::Chosen(_)),
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

    /// Takes the line in that a kind or a window draws; most draw none.
    fn line(&mut self, fits: &'a Expr) -> ConditionId {
        if *fits == Expr::Always {
            ALWAYS
        } else {
            self.watch(fits, Held::of_fits)
        }
    }

    /// Takes a condition in.
    fn watch(
        &mut self,
        when: &'a Expr,
        read: fn(&Expr, &Catalog, &Answers) -> Held,
    ) -> ConditionId {
        let mut names = OptionSet::EMPTY;
        if !self.reach.is_empty() {
            for question in when.questions().iter() {
                names = names.union(self.reach[question]);
            }
        }
        let given = read(when, self.catalog, self.given);
        self.conditions.push(Condition {
            when,
            read,
            names,
            given,
            tried: if names.meets(self.changed) {
                read(when, self.catalog, &self.tried)
            } else {
                given
            },
        });
        self.conditions.len() - 1
    }
}

/// The windows offered so far.
struct Offered {
    candidates: Vec<Candidate>,
    offers: Vec<Offer>,
    /// To each window of the shortlist its candidate.
    places: Vec<Option<u32>>,
}

impl Offered {
    /// The candidate of a window, which plays one more role.
    fn add(&mut self, window: u32, kind: KindId) -> (usize, &mut Candidate) {
        let offer = u32::try_from(self.offers.len()).unwrap_or(u32::MAX);
        self.offers.push(Offer { kind, next: None });
        let place = window as usize;
        if self.places.len() <= place {
            self.places.resize(place + 1, None);
        }
        let next = u32::try_from(self.candidates.len()).unwrap_or(u32::MAX);
        let number = *self.places[place].get_or_insert(next) as usize;
        if number == self.candidates.len() {
            self.candidates.push(Candidate {
                window,
                alternatives: Vec::new(),
                weight: 0,
                crisis: None,
                joined_up: false,
                standing: Standing::Maybe,
                reasoned: false,
                roles: (offer, offer),
            });
        } else {
            let last = &mut self.candidates[number].roles.1;
            self.offers[*last as usize].next = Some(offer);
            *last = offer;
        }
        (number, &mut self.candidates[number])
    }
}

/// The second window of a kind weighs less than the first; so does one that cannot be called, and a
/// line of the prefecture or the country where the town has its own.
fn weight_of_window(weight: u32, rank: usize, window: &Window, has_local_phone: bool) -> u32 {
    let rank = u32::try_from(rank).unwrap_or(u32::MAX);
    let by_rank = weight * 100 / (100 + 60 * rank);
    let far = has_local_phone && window.level != Level::Town;
    let divisor = match (window.phone.is_none(), far) {
        (true, true) => 4,
        (true, false) => 2,
        (false, true) => 2,
        (false, false) => 1,
    };
    by_rank / divisor
}
