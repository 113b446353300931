//! From what speaks for kinds to the windows that are offered, each with its weight and all of its kinds.

use super::demand::{Demand, Demands};
use super::held::Help;
use super::outcome::Standing;
use super::shortlist::{MetKind, NO_WAY, Shortlist, Window};
use crate::model::{KindId, Level};

/// A kind in danger brings this many of its lines to the front; the others follow behind.
const CRISIS_LINES_PER_KIND: usize = 2;

/// A window on its way to becoming a card.
pub struct Candidate {
    /// Position in the shortlist.
    pub window: u32,
    /// The same of other parts of town.
    pub alternatives: Vec<u32>,
    pub weight: u32,
    /// Place among the lines for danger.
    pub crisis: Option<u16>,
    /// Place among what cannot wait.
    pub urgent: Option<u16>,
    pub joined_up: bool,
    pub standing: Standing,
    /// There is a reason to tell.
    pub reasoned: bool,
    /// A switchboard that only abuse leads to: behind all others.
    pub behind: bool,
    /// The switchboard, where the town has no window of a kind.
    pub last_resort: bool,
    /// Its kinds, from the first to the last in [`Offered::kinds`].
    kinds: (u32, u32),
}

impl Candidate {
    /// As urgent as what asks for it.
    fn be_urgent(&mut self, demand: &Demand) {
        self.urgent = self.urgent.into_iter().chain(demand.urgent).min();
    }

    /// What weighs most decides; what only stands behind all others decides nothing beside it.
    fn weigh(&mut self, weight: u32, behind: bool) {
        if self.behind && !behind {
            (self.weight, self.behind) = (0, false);
        }
        if self.behind == behind {
            self.weight = self.weight.max(weight);
        }
    }
}

/// A kind that a window is offered for.
struct OfferedKind {
    kind: KindId,
    /// The same window's next one.
    next: Option<u32>,
}

/// The windows that are offered.
#[derive(Default)]
pub struct Offered {
    /// In no order.
    pub candidates: Vec<Candidate>,
    kinds: Vec<OfferedKind>,
    /// To each window of the shortlist its candidate.
    places: Vec<Option<u32>>,
}

impl Offered {
    /// The windows of the kinds that something speaks for.
    pub fn of(shortlist: &mut Shortlist, demands: &Demands) -> Self {
        let mut offered = Self {
            candidates: Vec::with_capacity(shortlist.windows()),
            kinds: Vec::with_capacity(shortlist.windows() * 2),
            places: vec![None; shortlist.windows()],
        };
        for &(id, ref demand) in &demands.kinds {
            if demand.weight == 0 {
                continue;
            }
            let help = shortlist.help_of_kind(id);
            if help == Help::No && !demand.danger {
                continue;
            }
            let kind = shortlist.meet(id);
            shortlist.look_up(kind);
            let hall = shortlist.hall();
            let (kind, windows) = shortlist.met(kind);
            let offer = Offer {
                shortlist,
                kind,
                help,
                demand,
                demands,
            };
            let surest = offer.all(windows, &mut offered);
            if let Some(hall) = hall.filter(|&hall| offer.is_for_the_hall(surest, hall)) {
                offer.last_resort(hall, &mut offered);
            }
        }
        offered
    }

    /// The kinds that a candidate is offered for, in the order of the sheet.
    pub fn kinds(&self, candidate: usize) -> impl Iterator<Item = KindId> + '_ {
        let at = |place: u32| self.kinds.get(place as usize);
        let first = at(self.candidates[candidate].kinds.0);
        std::iter::successors(first, move |this| at(this.next?)).map(|this| this.kind)
    }

    /// The candidate of a window, which is offered for one more kind.
    fn add(&mut self, window: u32, kind: KindId) -> (usize, &mut Candidate) {
        let offer = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        self.kinds.push(OfferedKind { kind, next: None });
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
                urgent: None,
                joined_up: false,
                standing: Standing::Maybe,
                reasoned: false,
                behind: true,
                last_resort: false,
                kinds: (offer, offer),
            });
        } else {
            let last = &mut self.candidates[number].kinds.1;
            self.kinds[*last as usize].next = Some(offer);
            *last = offer;
        }
        (number, &mut self.candidates[number])
    }
}

/// One kind that something speaks for, and what of it.
struct Offer<'a, 'c> {
    shortlist: &'a Shortlist<'c>,
    kind: &'a MetKind,
    /// Whether the kind can help.
    help: Help,
    demand: &'a Demand,
    demands: &'a Demands,
}

impl Offer<'_, '_> {
    /// Offers the windows, and tells how surely the surest of those helps that only stand in.
    fn all(&self, windows: &[u32], offered: &mut Offered) -> Help {
        let mut by_area: Option<usize> = None;
        let mut rank = 0;
        let to_call = self.to_call(windows);
        let mut surest = Help::No;
        for &place in windows {
            let window = self.shortlist.window(place);
            let help = self.help_of(window);
            if self.is_kept_back(window, help) {
                continue;
            }
            if !self.plays(window) {
                surest = surest.max(help);
            }
            if let Some(lead) = by_area.filter(|_| window.of_some_part) {
                // All of them are offered, as one card that says how to tell.
                let lead = &mut offered.candidates[lead];
                if lead.window != place && !lead.alternatives.contains(&place) {
                    lead.alternatives.push(place);
                }
                continue;
            }
            let (number, candidate) = offered.add(place, self.kind.id);
            if window.of_some_part {
                by_area = Some(number);
            }
            self.speak_for(candidate, window, help, rank);
            if to_call == Some(place) {
                candidate.be_urgent(self.demand);
            }
            // What stands behind takes no place from those that can be reached.
            rank += usize::from(!self.is_behind(window) && window.effort < NO_WAY);
        }
        surest
    }

    /// A kind that cannot wait brings one of its windows: the first that answers itself, else the first that can be
    /// reached at all, else, for whoever cannot speak, the first that tells of a way without a voice.
    fn to_call(&self, windows: &[u32]) -> Option<u32> {
        let shortlist = self.shortlist;
        let leads = |&place: &u32| {
            let window = shortlist.window(place);
            !self.is_kept_back(window, self.help_of(window)) && !self.is_behind(window)
        };
        let leading = windows.iter().copied().filter(leads);
        let mut reached = leading
            .clone()
            .filter(|&place| shortlist.window(place).effort < NO_WAY);
        let answers = |&place: &u32| shortlist.window(place).answers_itself();
        let told = leading.clone().next().filter(|_| self.demands.silent);
        let first = reached.clone().next();
        reached.find(answers).or(first).or(told)
    }

    /// The kind is one of its own, and it does not only stand in.
    fn plays(&self, window: &Window) -> bool {
        let entry = self.shortlist.catalog.entry(window.id);
        entry.kinds.contains(&self.kind.id)
    }

    /// Where the town has no window of the kind, and none that stands in for it surely helps, the city hall is asked who
    /// is in charge; never for what only lines that answer themselves are there for.
    fn is_for_the_hall(&self, surest: Help, hall: u32) -> bool {
        let window = self.shortlist.window(hall);
        self.kind.lacking
            && surest < Help::Yes
            && self.help != Help::No
            && self.demand.reasoned
            && !self.shortlist.catalog.kind(self.kind.id).direct
            && !self.is_kept_back(window, Help::Unknown)
    }

    /// It comes behind the windows that are there, and is no line for danger.
    fn last_resort(&self, hall: u32, offered: &mut Offered) {
        let (_, candidate) = offered.add(hall, self.kind.id);
        let behind = self.is_behind(self.shortlist.window(hall));
        candidate.weigh(self.demand.weight, behind);
        if !behind {
            candidate.be_urgent(self.demand);
        }
        candidate.reasoned = true;
        candidate.last_resort = true;
    }

    /// A window keeps the age line of its main role in its side roles, and when it stands in for a kind
    /// that the town does not have.
    fn help_of(&self, window: &Window) -> Help {
        let main = window.main_line.map(|line| self.shortlist.help(line));
        let own = self.shortlist.help(window.line);
        main.unwrap_or(self.help).min(own)
    }

    /// Who cannot be helped is told of no window unless there is danger; and violence is told to no switchboard.
    fn is_kept_back(&self, window: &Window, help: Help) -> bool {
        let demand = self.demand;
        let direct = self.demands.guarded && (demand.guarded || !demand.beside.violence);
        (direct && window.by_switchboard) || (help == Help::No && !demand.danger)
    }

    /// Abuse is told to those who answer themselves first.
    fn is_behind(&self, window: &Window) -> bool {
        let demand = self.demand;
        let direct = self.demands.abuse && (demand.behind || !demand.beside.abuse);
        direct && window.by_switchboard
    }

    fn speak_for(&self, candidate: &mut Candidate, window: &Window, help: Help, rank: usize) {
        let (kind, demand) = (self.kind, self.demand);
        let sure = self.help >= Help::Yes && demand.sure;
        let weight = demand.weight * if sure { 3 } else { 2 };
        let weight = weight_of_window(weight, rank, window, kind.has_local_phone);
        let behind = self.is_behind(window);
        candidate.weigh(weight, behind);
        if sure && help >= Help::Yes {
            candidate.standing = Standing::Fits;
        }
        candidate.reasoned |= demand.reasoned || self.help == Help::Told;
        if behind {
            return;
        }
        let joined_up = self.shortlist.catalog.joined_up;
        candidate.joined_up |= self.demands.compound && kind.id == joined_up && rank == 0;
        if rank < CRISIS_LINES_PER_KIND {
            let lines = candidate.crisis.into_iter().chain(demand.crisis);
            candidate.crisis = lines.min();
        }
    }
}

/// The second window of a kind weighs less than the first; so does one that is harder to reach, and a
/// line of the prefecture or the country where the town has its own.
fn weight_of_window(weight: u32, rank: usize, window: &Window, has_local_phone: bool) -> u32 {
    let rank = u32::try_from(rank).unwrap_or(u32::MAX);
    let by_rank = weight * 100 / (100 + 60 * rank);
    let far = has_local_phone && window.level != Level::Town;
    by_rank / window.effort / if far { 2 } else { 1 }
}
