//! The catalog of one town: what is true everywhere, joined with the town's own windows.
//!
//! The compiler (crate `catalog`) checks every position, so look-ups never miss.

use super::day::Day;
use super::entry::{Entry, Via};
use super::holidays::Holidays;
use super::hours::Hours;
use super::ids::{AreaId, EntryId, KindId, NeedId, QuestionId, RuleId};
use super::knowledge::{Field, Kind, Need, Question, Rule};
use super::notice::Notice;
use super::source::Source;
use super::town::{Area, PlanItem, Town};
use serde::{Deserialize, Serialize};

/// Everything that the navigator and the app need of one town.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    /// The newest date that a source of a shown row carries, `YYYY-MM-DD`.
    pub version: String,
    /// The town itself.
    pub town: Town,
    /// Fields of trouble (お金, 住まい, …) in the order in which they are shown.
    pub fields: Vec<Field>,
    /// Troubles.
    pub needs: Vec<Need>,
    /// Questions, in the order that breaks ties.
    pub questions: Vec<Question>,
    /// Fields of windows (総合, 高齢, …) in the order in which they are shown.
    pub kind_fields: Vec<String>,
    /// Window kinds.
    pub kinds: Vec<Kind>,
    /// When more than the needs speaks for a kind.
    pub rules: Vec<Rule>,
    /// Kinds offered whatever was answered, at the end of the list: nobody leaves with nothing.
    pub fallback: Vec<KindId>,
    /// The joined-up window's kind (重層的支援・総合相談).
    pub joined_up: KindId,
    /// The needs that are a wish to help: a way of their own leads to them.
    pub giving: Vec<NeedId>,
    /// What wears out those who help: they are told that it may be talked about.
    pub strain: Vec<NeedId>,
    /// Entries that stand on every page (110, 119, …) and are not suggestions.
    pub always: Vec<EntryId>,
    /// Windows and services of the town, then the lines that it shares with other towns, its prefecture and the country.
    pub entries: Vec<Entry>,
    /// Where the facts of entries come from: the country's, then the town's.
    pub sources: Vec<Source>,
    /// Parts of town that decide which of several windows is in charge.
    pub areas: Vec<Area>,
    /// The plan: goals, directions, measures.
    pub plan: Vec<PlanItem>,
    /// What holds in the town from one day to another.
    pub notices: Vec<Notice>,
    /// National holidays, for the opening hours.
    pub holidays: Holidays,
}

impl Catalog {
    /// The notices that hold on this day, in the order of the sheet.
    pub fn notices_on(&self, today: Day) -> impl Iterator<Item = &Notice> {
        let notices = self.notices.iter();
        notices.filter(move |notice| notice.is_shown_on(today))
    }

    /// The question at a position.
    ///
    /// # Panics
    /// Never for a catalog that [`Catalog::is_sound`].
    #[must_use]
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The need at a position.
    ///
    /// # Panics
    /// Never for a catalog that [`Catalog::is_sound`].
    #[must_use]
    pub fn need(&self, id: NeedId) -> &Need {
        &self.needs[id.index()]
    }

    /// The kind at a position.
    ///
    /// # Panics
    /// Never for a catalog that [`Catalog::is_sound`].
    #[must_use]
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[id.index()]
    }

    /// The rule at a position.
    ///
    /// # Panics
    /// Never for a catalog that [`Catalog::is_sound`].
    #[must_use]
    pub fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.index()]
    }

    /// The entry at a position.
    ///
    /// # Panics
    /// Never for a catalog that [`Catalog::is_sound`].
    #[must_use]
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// The city hall, if its switchboard is answered in the place of the entry's own phone.
    ///
    /// # Panics
    /// Never for a catalog that [`Catalog::is_sound`].
    #[must_use]
    pub fn switchboard_of(&self, entry: &Entry) -> Option<&Entry> {
        let hall = self.entry(self.town.switchboard);
        (entry.via == Via::Switchboard && entry.name != hall.name).then_some(hall)
    }

    /// The hours of whoever answers the entry's phone: a switchboard's, or else the entry's own.
    #[must_use]
    pub fn phone_hours<'a>(&'a self, entry: &'a Entry) -> &'a Hours {
        &self.switchboard_of(entry).unwrap_or(entry).hours
    }

    /// All positions of questions.
    pub fn question_ids(&self) -> impl Iterator<Item = QuestionId> + use<> {
        positions(self.questions.len()).map(QuestionId)
    }

    /// All positions of needs.
    pub fn need_ids(&self) -> impl Iterator<Item = NeedId> + use<> {
        positions(self.needs.len()).map(NeedId)
    }

    /// All positions of kinds.
    pub fn kind_ids(&self) -> impl Iterator<Item = KindId> + use<> {
        positions(self.kinds.len()).map(KindId)
    }

    /// All positions of rules.
    pub fn rule_ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        positions(self.rules.len()).map(RuleId)
    }

    /// All positions of parts of town.
    pub fn area_ids(&self) -> impl Iterator<Item = AreaId> + use<> {
        positions(self.areas.len()).map(AreaId)
    }

    /// The wards that the parts of town lie in, each once, in the order of the sheet; none in a town without wards.
    #[must_use]
    pub fn wards(&self) -> Vec<&str> {
        let mut wards: Vec<&str> = Vec::new();
        for area in &self.areas {
            if !area.ward.is_empty() && !wards.contains(&&*area.ward) {
                wards.push(&area.ward);
            }
        }
        wards
    }

    /// All positions of entries.
    pub fn entry_ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)).map(EntryId)
    }
}

fn positions(count: usize) -> std::ops::Range<u16> {
    0..u16::try_from(count).unwrap_or(u16::MAX)
}
