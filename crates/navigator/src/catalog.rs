//! The compiled catalog of one town: what is true everywhere, joined with the town's own windows.
//!
//! Ids here are positions in the catalog's own lists and mean nothing outside it; the sheets' ids
//! stand beside them as text. The compiler (crate `catalog`) checks every position, so look-ups fall
//! back to nothing instead of failing.

use crate::answers::Asker;
use crate::bits::{NeedSet, OptionSet};
use crate::day::Day;
use crate::holidays::Holidays;
use crate::hours::Hours;
use crate::logic::Expr;

macro_rules! positions {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The position as an index.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

positions! {
    /// Position of a need in [`Catalog::needs`].
    NeedId;
    /// Position of a question in [`Catalog::questions`].
    QuestionId;
    /// Position of a kind in [`Catalog::kinds`].
    KindId;
    /// Position of a rule in [`Catalog::rules`].
    RuleId;
    /// Position of a part of town in [`Catalog::areas`].
    AreaId;
    /// Position of a plan item in [`Catalog::plan`].
    PlanItemId;
}

/// Position of an entry in [`Catalog::entries`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

impl EntryId {
    /// The position as an index.
    #[must_use]
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// Everything that the navigator and the app need of one town.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// The newest date that a source of a shown row carries, `YYYY-MM-DD`.
    pub version: String,
    /// The town itself.
    pub town: Town,
    /// Fields of trouble (お金, 住まい, …) in the order in which they are shown.
    pub fields: Vec<String>,
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
    /// Windows and services of the town, then the lines of its prefecture and the country.
    pub entries: Vec<Entry>,
    /// Parts of town that decide which of several windows is in charge.
    pub areas: Vec<Area>,
    /// The plan: goals, directions, measures.
    pub plan: Vec<PlanItem>,
    /// National holidays, for the opening hours.
    pub holidays: Holidays,
}

/// A municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Town {
    /// Id of its folder of sheets.
    pub id: String,
    /// 朝霞市.
    pub name: String,
    /// 埼玉県.
    pub prefecture: String,
    /// The city hall's switchboard.
    pub switchboard: EntryId,
    /// Title of the plan that the measures come from.
    pub plan_title: String,
    /// Whose data this is built from, one sentence each.
    pub credits: Vec<String>,
}

/// The same sentence for each asker; empty ones fall back to the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerAsker {
    /// For oneself.
    pub myself: String,
    /// For family.
    pub family: String,
    /// For supporters.
    pub supporter: String,
}

impl PerAsker {
    /// The sentence for this asker.
    #[must_use]
    pub fn to(&self, asker: Asker) -> &str {
        let own = match asker {
            Asker::Myself => &self.myself,
            Asker::Family => &self.family,
            Asker::Supporter => &self.supporter,
        };
        if own.is_empty() { &self.myself } else { own }
    }
}

/// A trouble in the resident's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// Id in the sheet, as `m01`.
    pub id: String,
    /// Position in [`Catalog::fields`].
    pub field: u8,
    /// How residents say it.
    pub words: String,
    /// The same in やさしい日本語.
    pub plain: String,
    /// The kinds to go to first, best first.
    pub first: Vec<KindId>,
    /// The kinds that may help too.
    pub also: Vec<KindId>,
    /// Several offices at once are needed by nature.
    pub compound: bool,
    /// Hard to say before others: stays out of links unless the person puts it in.
    pub sensitive: bool,
    /// Other words people type for it.
    pub search: Vec<String>,
}

/// A question on a circumstance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Id in the sheet.
    pub id: String,
    /// The question.
    pub text: PerAsker,
    /// Why it is asked.
    pub why: PerAsker,
    /// The answers to choose from.
    pub options: Vec<Choice>,
    /// Several may be chosen.
    pub multiple: bool,
    /// What asking it costs the person, 1 (light) to 4 (hard to say).
    pub cost: u8,
    /// To whom it applies.
    pub ask_when: Expr,
}

/// One answer to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Id in the sheet.
    pub id: String,
    /// What the person reads.
    pub text: PerAsker,
    /// 「どれもない」: choosing it takes the others back.
    pub alone: bool,
}

/// How wide a window reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The town's own.
    #[default]
    Town,
    /// The prefecture's.
    Prefecture,
    /// The whole country.
    Nation,
}

/// A role that windows play, the same in every town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// Id in the sheet, as `jiritsu`.
    pub id: String,
    /// Position in [`Catalog::kind_fields`].
    pub field: u8,
    /// What residents would call it.
    pub plain: String,
    /// Whom it can help (age lines and the like); unknown lowers the standing, false takes it away.
    pub fits: Expr,
    /// The entries that play this role, best first.
    pub entries: Vec<EntryId>,
}

/// What sort of rule it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RuleSort {
    /// Danger: these kinds come before everything else.
    Crisis {
        /// No further question stands between the person and the line.
        stop: bool,
        /// Violence: no switchboard, no trace in titles.
        private: bool,
    },
    /// Troubles that hang together: the joined-up window comes first.
    Compound,
    /// One answer that lifts some kinds.
    #[default]
    Gate,
}

/// When more than the needs speaks for some kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Id in the sheet.
    pub id: String,
    /// The circumstance in the person's words, for the reasons.
    pub words: String,
    /// What sort it is.
    pub sort: RuleSort,
    /// When it applies.
    pub when: Expr,
    /// The kinds it speaks for, best first.
    pub first: Vec<KindId>,
    /// The kinds it also speaks for.
    pub also: Vec<KindId>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// 窓口.
    #[default]
    Window,
    /// サービス.
    Service,
    /// 施設.
    Facility,
    /// 電話.
    Hotline,
}

/// Whose telephone it is that is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// The desk's own.
    #[default]
    Direct,
    /// The organisation that runs it.
    Operator,
    /// The city hall's switchboard.
    Switchboard,
}

/// How sure the source is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Read on an official page of the last year.
    #[default]
    High,
    /// Official but older, or a dated secondary source.
    Medium,
    /// Old or conflicting.
    Low,
}

/// How to reach an entry. Empty means: no source gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channels {
    /// The number to call, as it is written; empty if there is none.
    pub phone: String,
    /// Other numbers, with what they are for.
    pub other_phones: Vec<String>,
    /// FAX.
    pub fax: String,
    /// Mail address.
    pub mail: String,
    /// Address of a form.
    pub form: String,
    /// Chat or LINE.
    pub chat: String,
    /// They come to the home.
    pub visits: bool,
    /// One can go there.
    pub walk_in: bool,
    /// Where.
    pub address: String,
    /// How to get there.
    pub access: String,
}

impl Channels {
    /// True if there is a way that needs no voice on a telephone.
    #[must_use]
    pub fn without_phone(&self) -> bool {
        self.walk_in
            || self.visits
            || [&self.fax, &self.mail, &self.form, &self.chat, &self.address]
                .iter()
                .any(|way| !way.is_empty())
    }
}

/// One window, service, facility or line that a person can use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Id in the sheet.
    pub id: String,
    /// What it is.
    pub form: Form,
    /// How wide it reaches.
    pub level: Level,
    /// Official name.
    pub name: String,
    /// Plain name; empty if the official one is plain enough.
    pub plain: String,
    /// Reading of the official name, in hiragana.
    pub reading: String,
    /// The roles it plays, main one first.
    pub kinds: Vec<KindId>,
    /// What it does for the person.
    pub what: String,
    /// Who may use it.
    pub who: String,
    /// Whom it can help beyond what its kinds say (only children, only one parent alone): unknown lowers
    /// the standing, false takes it away.
    pub fits: Expr,
    /// Who may ask, as the source says: 本人, 家族, 支える人, 匿名.
    pub askers: Vec<String>,
    /// The part of town it serves, in words; empty for all of it.
    pub area: String,
    /// How to reach it.
    pub channels: Channels,
    /// Whose phone is answered.
    pub via: Via,
    /// When.
    pub hours: Hours,
    /// Reservation.
    pub reservation: String,
    /// Cost.
    pub cost: String,
    /// Languages other than Japanese alone.
    pub languages: Vec<String>,
    /// What to bring.
    pub bring: String,
    /// What to say first.
    pub say: String,
    /// The measures it realises.
    pub measures: Vec<PlanItemId>,
    /// Official page.
    pub url: String,
    /// Where the facts come from.
    pub source: String,
    /// Date of the source, as given.
    pub source_date: String,
    /// The day on which a person checked it.
    pub checked: Option<Day>,
    /// How sure the source is.
    pub confidence: Confidence,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_until: Option<Day>,
    /// The parts of town it is in charge of; empty for all.
    pub areas: Vec<AreaId>,
}

impl Entry {
    /// The name to show large.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.plain.is_empty() {
            &self.name
        } else {
            &self.plain
        }
    }

    /// True if the entry may be shown on this day.
    #[must_use]
    pub fn is_valid_on(&self, today: Day) -> bool {
        self.valid_from.is_none_or(|first| first <= today)
            && self.valid_until.is_none_or(|last| today <= last)
    }
}

/// A part of town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its name, as 岩戸北.
    pub name: String,
    /// Its reading.
    pub reading: String,
    /// The district it belongs to.
    pub district: String,
}

/// Depth in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanLevel {
    /// 基本目標.
    #[default]
    Goal,
    /// 方向性.
    Direction,
    /// 施策.
    Measure,
}

/// One line of the plan, in the plan's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanItem {
    /// Id in the sheet.
    pub id: String,
    /// Goal, direction or measure.
    pub level: PlanLevel,
    /// What it stands under.
    pub parent: Option<PlanItemId>,
    /// The plan's words.
    pub name: String,
    /// 市 or 社協, where the plan says.
    pub owner: String,
}

impl Catalog {
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

    /// All positions of entries.
    pub fn entry_ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)).map(EntryId)
    }

    /// True if every position in the catalog points at something. A file that is not sound is
    /// refused when it is read, so that nothing inside can fail later.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let expr = |expr: &Expr| {
            let mut sound = true;
            expr.each_circumstance(&mut |question, options| {
                sound &= self
                    .questions
                    .get(question.index())
                    .is_some_and(|question| {
                        options.iter().all(|option| option < question.options.len())
                    });
            });
            sound
        };
        let kinds = |ids: &[KindId]| ids.iter().all(|id| id.index() < self.kinds.len());
        let entries = |ids: &[EntryId]| ids.iter().all(|id| id.index() < self.entries.len());
        let need_set = |set: &NeedSet| set.iter().all(|id| id.index() < self.needs.len());
        let needs_of = |tree: &Expr| {
            let mut sound = true;
            tree.each_need_set(&mut |set| sound &= need_set(set));
            sound
        };
        let fields = |field: u8, list: &[String]| usize::from(field) < list.len();

        entries(&[self.town.switchboard])
            && entries(&self.always)
            && kinds(&self.fallback)
            && kinds(&[self.joined_up])
            && [&self.giving, &self.strain]
                .into_iter()
                .flatten()
                .all(|id| id.index() < self.needs.len())
            && self.needs.iter().all(|need| {
                fields(need.field, &self.fields) && kinds(&need.first) && kinds(&need.also)
            })
            && self.questions.iter().all(|question| {
                question.options.len() <= OptionSet::CAPACITY
                    && expr(&question.ask_when)
                    && needs_of(&question.ask_when)
            })
            && self.kinds.iter().all(|kind| {
                fields(kind.field, &self.kind_fields)
                    && expr(&kind.fits)
                    && needs_of(&kind.fits)
                    && entries(&kind.entries)
            })
            && self.rules.iter().all(|rule| {
                expr(&rule.when) && needs_of(&rule.when) && kinds(&rule.first) && kinds(&rule.also)
            })
            && self.entries.iter().all(|entry| {
                kinds(&entry.kinds)
                    && expr(&entry.fits)
                    && needs_of(&entry.fits)
                    && entry.areas.iter().all(|id| id.index() < self.areas.len())
                    && entry.measures.iter().all(|id| id.index() < self.plan.len())
            })
            && self
                .plan
                .iter()
                .all(|item| item.parent.is_none_or(|id| id.index() < self.plan.len()))
            && self.holidays.is_sound()
            && self.questions_going_round().is_empty()
    }

    /// The catalog as it is sent to phones: without the ids that only staff and tests name rows by (1.6 KB
    /// in brotli). Troubles, questions and options keep theirs, since links and saved answers name them.
    #[must_use]
    pub fn for_phones(&self) -> Self {
        let mut catalog = self.clone();
        let kinds = catalog.kinds.iter_mut().map(|kind| &mut kind.id);
        let rules = catalog.rules.iter_mut().map(|rule| &mut rule.id);
        let entries = catalog.entries.iter_mut().map(|entry| &mut entry.id);
        let plan = catalog.plan.iter_mut().map(|item| &mut item.id);
        kinds
            .chain(rules)
            .chain(entries)
            .chain(plan)
            .for_each(String::clear);
        catalog
    }

    /// The questions whose conditions lead back to themselves: reading these would never end.
    #[must_use]
    pub fn questions_going_round(&self) -> Vec<QuestionId> {
        if self.questions.len() > OptionSet::CAPACITY {
            return self.question_ids().collect();
        }
        let gates = self.gates();
        self.question_ids()
            .filter(|id| gates[id.index()].has(id.index()))
            .collect()
    }

    /// To each question all those that decide whether it applies, directly or by way of others.
    pub(crate) fn gates(&self) -> Vec<OptionSet> {
        let mut gates: Vec<OptionSet> = self
            .questions
            .iter()
            .map(|question| question.ask_when.questions())
            .collect();
        let mut settled = false;
        while !settled {
            settled = true;
            for asked in 0..gates.len() {
                let before = gates[asked];
                gates[asked] = before
                    .iter()
                    .filter_map(|on| gates.get(on).copied())
                    .fold(before, OptionSet::union);
                settled &= gates[asked] == before;
            }
        }
        gates
    }
}

fn positions(count: usize) -> std::ops::Range<u16> {
    0..u16::try_from(count).unwrap_or(u16::MAX)
}
