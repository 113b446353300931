//! One window, service, facility or line that a person can use.

use super::day::Day;
use super::expr::Expr;
use super::hours::Hours;
use super::ids::{AreaId, EntryId, KindId, PlanItemId, SourceId};
use super::inferred::Inferred;
use serde::{Deserialize, Serialize};

/// What an entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// How wide a window reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// The town's own.
    #[default]
    Town,
    /// Of several towns together.
    Shared,
    /// The prefecture's.
    Prefecture,
    /// The whole country.
    Nation,
}

/// Whose telephone it is that is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Read on an official page of the last year.
    #[default]
    High,
    /// Official but older, or a dated secondary source.
    Medium,
    /// Old or conflicting.
    Low,
}

/// How long it is that a person looked at the official page; the best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Within the last 180 days.
    Checked,
    /// Longer ago.
    Stale,
    /// Nobody has.
    Unchecked,
}

/// As long as a check is believed without a word, in days.
const FRESH_DAYS: i32 = 180;

/// A number beside the main one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherPhone {
    /// The number to call, as it is written.
    pub number: String,
    /// What it is for, in words; empty where the sheet does not say.
    pub note: String,
}

/// How to reach an entry. Empty means: no source gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channels {
    /// The number to call, as it is written; empty if there is none.
    #[serde(skip)]
    pub phone: String,
    /// Other numbers, with what they are for.
    pub other_phones: Vec<OtherPhone>,
    /// FAX.
    #[serde(skip)]
    pub fax: String,
    /// Mail address.
    #[serde(skip)]
    pub mail: String,
    /// Address of a form.
    #[serde(skip)]
    pub form: String,
    /// Chat or LINE.
    #[serde(skip)]
    pub chat: String,
    /// They come to the home.
    pub visits: bool,
    /// One can go there.
    pub walk_in: bool,
    /// Where.
    #[serde(skip)]
    pub address: String,
    /// How to get there.
    #[serde(skip)]
    pub access: String,
}

impl Channels {
    /// True if one can write instead of speaking.
    #[must_use]
    pub fn in_writing(&self) -> bool {
        let ways = [&self.chat, &self.mail, &self.form, &self.fax];
        ways.iter().any(|way| !way.is_empty())
    }

    /// True if only somebody who speaks reaches it.
    #[must_use]
    pub fn needs_a_voice(&self) -> bool {
        !self.phone.is_empty() && !self.in_writing()
    }

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Id in the sheet.
    #[serde(skip)]
    pub id: String,
    /// What it is.
    pub form: Form,
    /// How wide it reaches.
    pub level: Level,
    /// Official name.
    #[serde(skip)]
    pub name: String,
    /// Plain name; empty if the official one is plain enough.
    #[serde(skip)]
    pub plain: String,
    /// Reading of the official name, in hiragana.
    #[serde(skip)]
    pub reading: String,
    /// Reading of the plain name, in hiragana; empty where the sheet has none.
    #[serde(skip)]
    pub plain_reading: String,
    /// The roles it plays, main one first.
    pub kinds: Vec<KindId>,
    /// What it does for the person.
    #[serde(skip)]
    pub what: String,
    /// Who may use it.
    #[serde(skip)]
    pub who: String,
    /// Whom it can help beyond what its kinds say (only children, only one parent alone): unknown lowers
    /// the standing, false takes it away.
    pub fits: Expr,
    /// Who may ask, as the source says: 本人, 家族, 支える人, 匿名.
    pub askers: Vec<String>,
    /// The part of town it serves, in words; empty for all of it.
    #[serde(skip)]
    pub area: String,
    /// How to reach it.
    pub channels: Channels,
    /// Whose phone is answered.
    pub via: Via,
    /// Whose number it is, in the sheet's words; empty where [`Entry::via`] says enough.
    #[serde(skip)]
    pub number_note: String,
    /// When the desk itself is open: never the hours of a switchboard that is answered in its place.
    pub hours: Hours,
    /// Reservation.
    #[serde(skip)]
    pub reservation: String,
    /// Cost.
    #[serde(skip)]
    pub cost: String,
    /// Languages other than Japanese alone.
    pub languages: Vec<String>,
    /// What to bring.
    #[serde(skip)]
    pub bring: String,
    /// What to say first.
    #[serde(skip)]
    pub say: String,
    /// The measures it realises.
    pub measures: Vec<PlanItemId>,
    /// Official page.
    #[serde(skip)]
    pub url: String,
    /// Where the facts come from: the main source. The sheet may name more.
    pub source: Option<SourceId>,
    /// The date of what was read there, as given, where it is not that of the source itself.
    #[serde(skip)]
    pub source_date: String,
    /// The day on which a person checked it.
    pub checked: Option<Day>,
    /// What no source says of it.
    pub inferred: Inferred,
    /// How sure the source is.
    pub confidence: Confidence,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_until: Option<Day>,
    /// The parts of town it is in charge of; empty for all.
    pub areas: Vec<AreaId>,
    /// No way to it is known; whoever answers here can tell its number or pass on.
    pub passed_on_by: Option<EntryId>,
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

    /// How long it is on this day that a person looked at the official page.
    #[must_use]
    pub fn freshness(&self, today: Day) -> Freshness {
        match self.checked {
            None => Freshness::Unchecked,
            Some(day) if day.plus(FRESH_DAYS) < today => Freshness::Stale,
            Some(_) => Freshness::Checked,
        }
    }

    /// True if the entry may be shown on this day.
    #[must_use]
    pub fn is_valid_on(&self, today: Day) -> bool {
        self.valid_from.is_none_or(|first| first <= today)
            && self.valid_until.is_none_or(|last| today <= last)
    }
}
