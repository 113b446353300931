//! Whether what comes of somebody's answers is what must be right for them.

use super::met::Seen;
use super::resident::{Resident, either};
use navigator::{
    Answers, Catalog, EntryId, KindId, Outcome, Reason, RuleSort, Standing, Suggestion, Via,
};

/// Everything in which the outcome is not what must be right for the resident. Only the
/// first `settled` cards are judged by what must not come and by their standing.
pub fn judge(
    catalog: &Catalog,
    resident: &Resident,
    answers: &Answers,
    outcome: &Outcome,
    settled: usize,
) -> Vec<String> {
    let view = View {
        catalog,
        outcome,
        settled: &outcome.suggestions[..settled.min(outcome.suggestions.len())],
        in_sight: outcome.visible(catalog, answers).kinds(catalog),
    };
    let mut failures = Vec::new();
    view.judge_marks(resident, &mut failures);
    view.judge_kinds(resident, &mut failures);
    view.judge_sight(resident, &mut failures);
    view.judge_entries(resident, &mut failures);
    view.judge_promises(resident, &mut failures);
    failures
}

/// Where what the resident needs stands, once the app has asked.
pub fn see(catalog: &Catalog, resident: &Resident, answers: &Answers, outcome: &Outcome) -> Seen {
    let view = View {
        catalog,
        outcome,
        settled: &[],
        in_sight: outcome.visible(catalog, answers).kinds(catalog),
    };
    let needs = || resident.visible.iter();
    let missing = needs().filter(|need| !view.is_in_sight(need));
    Seen {
        needs: resident.visible.len(),
        first: needs().filter(|need| view.is_among_first(need)).count(),
        missing: missing.cloned().collect(),
        on_page: needs()
            .filter(|need| either(need).any(|id| view.card_of(id).is_some()))
            .count(),
        alarmed: outcome.crisis || outcome.urgent,
    }
}

/// An outcome with the names of its catalog.
struct View<'a> {
    catalog: &'a Catalog,
    outcome: &'a Outcome,
    /// The cards that asking is about: only of these is it known where they stand.
    settled: &'a [Suggestion],
    /// The roles that stand on the page without a tap.
    in_sight: Vec<KindId>,
}

impl View<'_> {
    fn has_kind(&self, card: &Suggestion, id: &str) -> bool {
        card.kinds
            .iter()
            .any(|&kind| self.catalog.kind(kind).id == id)
    }

    /// A kind that meets this need is on the lines for danger or on the first cards.
    fn is_among_first(&self, need: &str) -> bool {
        let mut cards = self.outcome.first_cards();
        cards.any(|card| either(need).any(|id| self.has_kind(card, id)))
    }

    /// A kind that meets this need stands on the page without a tap.
    fn is_in_sight(&self, need: &str) -> bool {
        let mut kinds = self.in_sight.iter();
        kinds.any(|&kind| either(need).any(|id| self.catalog.kind(kind).id == id))
    }

    /// The first card with this kind.
    fn card_of(&self, id: &str) -> Option<&Suggestion> {
        let cards = &self.outcome.suggestions;
        cards.iter().find(|card| self.has_kind(card, id))
    }

    /// The line for danger that leads or, where nobody is in danger, the first card.
    fn lead(&self) -> Option<&Suggestion> {
        self.outcome.suggestions.first()
    }

    /// True if a rule against violence that applies leads to this card.
    fn is_against_violence(&self, card: &Suggestion) -> bool {
        card.reasons.iter().any(|reason| {
            let Reason::Rule(id) = *reason else {
                return false;
            };
            let rule = self.catalog.rule(id);
            let private = matches!(rule.sort, RuleSort::Crisis { private: true, .. });
            private && card.kinds.iter().any(|kind| rule.first.contains(kind))
        })
    }

    fn entry(&self, id: EntryId) -> &str {
        &self.catalog.entry(id).id
    }

    fn judge_kinds(&self, resident: &Resident, failures: &mut Vec<String>) {
        let mut wants = |what: &str, ids: &[String], right: &dyn Fn(&str) -> bool| {
            for id in ids.iter().filter(|id| !right(id)) {
                failures.push(format!("{what}: {id}"));
            }
        };
        let stands = |id: &str, standing: Standing| {
            let card = self.settled.iter().find(|card| self.has_kind(card, id));
            card.map_or(self.card_of(id).is_some(), |card| card.standing == standing)
        };
        let cards = &self.outcome.suggestions;
        wants("来ない", &resident.must, &|need| {
            either(need).any(|id| self.card_of(id).is_some())
        });
        wants("来てはいけない", &resident.never, &|id| {
            !self.settled.iter().any(|card| self.has_kind(card, id))
        });
        wants(
            "先頭の3枚にない",
            &resident.within_first_three,
            &|need| self.is_among_first(need),
        );
        wants(
            "きけんのときの電話にない",
            &resident.lines,
            &|id| {
                cards
                    .iter()
                    .any(|card| card.crisis && self.has_kind(card, id))
            },
        );
        wants("「相談できます」でない", &resident.sure, &|id| {
            stands(id, Standing::Fits)
        });
        wants(
            "「聞いてみる価値があります」でない",
            &resident.worth_asking,
            &|id| stands(id, Standing::Maybe),
        );
        let firsts = &resident.must_first;
        let leads = |card: &Suggestion| firsts.iter().any(|id| self.has_kind(card, id));
        if !firsts.is_empty() && !self.lead().is_some_and(leads) {
            let found = self.lead().map_or("なし", |card| self.entry(card.entry));
            failures.push(format!("1枚目が{}でない: {found}", firsts.join("・")));
        }
    }

    /// What stands in sight, and what must not.
    fn judge_sight(&self, resident: &Resident, failures: &mut Vec<String>) {
        let missing = resident.visible.iter();
        let missing = missing.filter(|need| !self.is_in_sight(need));
        failures.extend(missing.map(|need| format!("開かずには見えない: {need}")));
        let unwanted = resident.never_visible.iter();
        let unwanted = unwanted.filter(|kind| self.is_in_sight(kind));
        failures.extend(unwanted.map(|kind| format!("見えてはいけない: {kind}")));
    }

    /// All entries on these cards, with what the same phone reaches and what may be the one in charge.
    fn entries_of(&self, cards: &[Suggestion]) -> Vec<&str> {
        let of_card = |card: &Suggestion| -> Vec<EntryId> {
            let others = card.same_phone.iter().chain(&card.alternatives);
            let others = others.chain(&card.passed_on);
            std::iter::once(&card.entry)
                .chain(others)
                .copied()
                .collect()
        };
        let ids = cards.iter().flat_map(of_card);
        ids.map(|id| self.catalog.entry(id).id.as_str()).collect()
    }

    fn judge_entries(&self, resident: &Resident, failures: &mut Vec<String>) {
        let shown = self.entries_of(&self.outcome.suggestions);
        let unwanted = self.entries_of(self.settled);
        for id in &resident.must_entries {
            if !shown.contains(&id.as_str()) {
                failures.push(format!("窓口が来ない: {id}"));
            }
        }
        for id in &resident.never_entries {
            if unwanted.contains(&id.as_str()) {
                failures.push(format!("窓口が来てはいけない: {id}"));
            }
        }
        if let Some(id) = &resident.first_entry
            && shown.first() != Some(&id.as_str())
        {
            let found = shown.first().unwrap_or(&"なし");
            failures.push(format!("1枚目の窓口が{id}でない: {found}"));
        }
    }

    /// What the whole outcome is marked with: danger, privacy, no further question.
    fn judge_marks(&self, resident: &Resident, failures: &mut Vec<String>) {
        for (what, expected, found) in [
            ("命や安全のきけん", resident.crisis, self.outcome.crisis),
            (
                "あとを残さない（private）",
                resident.private,
                self.outcome.private,
            ),
            ("もう聞かない（stop）", resident.stop, self.outcome.stop),
        ] {
            if expected != found {
                let is = if found { "ある" } else { "ない" };
                failures.push(format!("{what}: {is}になっている"));
            }
        }
        if let Some(expected) = resident.urgent
            && expected != self.outcome.urgent
        {
            let is = if expected { "ない" } else { "ある" };
            failures.push(format!("今日か明日のうちに（urgent）: {is}になっている"));
        }
    }

    /// What holds for everybody: a way with a phone and one without, danger first, one joined-up card
    /// that leads, and no switchboard on the lines against violence.
    fn judge_promises(&self, resident: &Resident, failures: &mut Vec<String>) {
        let cards = &self.outcome.suggestions;
        let channels = |card: &Suggestion| &self.catalog.entry(card.entry).channels;
        if !cards.iter().any(|card| !channels(card).phone.is_empty()) {
            failures.push("電話のある窓口がない".to_owned());
        }
        if !cards.iter().any(|card| channels(card).without_phone()) {
            failures.push("電話を使わない道がない".to_owned());
        }
        if cards.windows(2).any(|two| two[1].crisis && !two[0].crisis) {
            failures.push("きけんのときの電話が、ほかの窓口の後にある".to_owned());
        }
        for id in cards
            .iter()
            .filter(|card| self.is_against_violence(card))
            .filter(|card| self.catalog.entry(card.entry).via == Via::Switchboard)
            .map(|card| self.entry(card.entry))
        {
            failures.push(format!("暴力の相談先が代表番号になっている: {id}"));
        }
        if let Some(expected) = resident.joined_up {
            self.judge_joined_up(expected, failures);
        }
    }

    /// Whether the joined-up window leads, behind lines for danger alone.
    fn judge_joined_up(&self, expected: bool, failures: &mut Vec<String>) {
        let cards = &self.outcome.suggestions;
        let before = |card: &Suggestion| card.crisis || card.urgent;
        let leading = cards.iter().find(|card| !before(card));
        let joined = cards.iter().any(|card| before(card) && card.joined_up)
            || leading.is_some_and(|card| card.joined_up);
        if joined != expected {
            let is = if joined {
                "先頭にある"
            } else {
                "先頭にない"
            };
            failures.push(format!("まとめて聞く窓口が{is}"));
        }
    }
}
