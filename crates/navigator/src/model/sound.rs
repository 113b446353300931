//! Whether a catalog is sound: every position points at something, and no question waits for itself.
//!
//! A file that is not sound is refused when it is read, so that nothing inside can fail later.

use super::catalog::Catalog;
use super::entry::Entry;
use super::expr::Expr;
use super::ids::{AreaId, EntryId, KindId, NeedId, PlanItemId, QuestionId, SourceId};
use super::knowledge::{Kind, Need, Question, Rule};
use super::sets::{OptionSet, QuestionSet};

impl Catalog {
    /// True if every position in the catalog points at something, no question waits for itself, and every number that stands
    /// on all pages is one.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let reach = Reach {
            needs: self.needs.len(),
            questions: &self.questions,
            kinds: self.kinds.len(),
            entries: self.entries.len(),
            sources: self.sources.len(),
            areas: self.areas.len(),
            plan: self.plan.len(),
        };
        self.is_dialled(self.town.switchboard)
            && self.always.iter().all(|&id| self.is_dialled(id))
            && reach.kinds(&self.fallback)
            && reach.kinds(&[self.joined_up])
            && reach.needs(&self.giving)
            && reach.needs(&self.strain)
            && self
                .needs
                .iter()
                .all(|need| reach.need(need, self.fields.len()))
            && self
                .questions
                .iter()
                .all(|question| reach.question(question))
            && self
                .kinds
                .iter()
                .all(|kind| reach.kind(kind, &self.kind_fields))
            && self.rules.iter().all(|rule| reach.rule(rule))
            && self.entries.iter().all(|entry| reach.entry(entry))
            && self
                .plan
                .iter()
                .all(|item| reach.plan(item.parent.as_slice()))
            && self
                .notices
                .iter()
                .all(|notice| reach.source(notice.source))
            && self.holidays.is_sound()
            && questions_going_round(&self.questions).is_empty()
    }
}

impl Catalog {
    /// True for an entry with a number. Every page has a button for some; one that dials nothing is worse than none.
    fn is_dialled(&self, id: EntryId) -> bool {
        let entry = self.entries.get(id.index());
        entry.is_some_and(|entry| !entry.channels.phone.is_empty())
    }
}

/// How many of each there are: no position reaches further.
struct Reach<'a> {
    needs: usize,
    questions: &'a [Question],
    kinds: usize,
    entries: usize,
    sources: usize,
    areas: usize,
    plan: usize,
}

impl Reach<'_> {
    fn needs(&self, ids: &[NeedId]) -> bool {
        ids.iter().all(|id| id.index() < self.needs)
    }

    fn kinds(&self, ids: &[KindId]) -> bool {
        ids.iter().all(|id| id.index() < self.kinds)
    }

    fn entries(&self, ids: &[EntryId]) -> bool {
        ids.iter().all(|id| id.index() < self.entries)
    }

    fn areas(&self, ids: &[AreaId]) -> bool {
        ids.iter().all(|id| id.index() < self.areas)
    }

    fn plan(&self, ids: &[PlanItemId]) -> bool {
        ids.iter().all(|id| id.index() < self.plan)
    }

    fn source(&self, id: Option<SourceId>) -> bool {
        id.is_none_or(|id| id.index() < self.sources)
    }

    fn expr(&self, expr: &Expr) -> bool {
        let mut sound = true;
        expr.each_need_set(&mut |set| sound &= set.iter().all(|id| id.index() < self.needs));
        expr.each_circumstance(&mut |question, options| {
            let question = self.questions.get(question.index());
            sound &= question.is_some_and(|question| {
                let count = question.options.len();
                options.iter().all(|option| option < count)
            });
        });
        sound
    }

    fn need(&self, need: &Need, fields: usize) -> bool {
        need.fields().all(|field| field < fields)
            && self.kinds(&need.first)
            && self.kinds(&need.also)
    }

    fn question(&self, question: &Question) -> bool {
        question.options.len() <= OptionSet::CAPACITY && self.expr(&question.ask_when)
    }

    fn kind(&self, kind: &Kind, fields: &[String]) -> bool {
        usize::from(kind.field) < fields.len()
            && self.expr(&kind.fits)
            && self.entries(&kind.entries)
    }

    fn rule(&self, rule: &Rule) -> bool {
        self.expr(&rule.when) && self.kinds(&rule.first) && self.kinds(&rule.also)
    }

    fn entry(&self, entry: &Entry) -> bool {
        self.kinds(&entry.kinds)
            && self.expr(&entry.fits)
            && self.source(entry.source)
            && self.areas(&entry.areas)
            && self.entries(entry.passed_on_by.as_slice())
            && self.plan(&entry.measures)
    }
}

/// The questions whose conditions lead back to themselves: reading these would never end.
#[must_use]
pub fn questions_going_round(questions: &[Question]) -> Vec<QuestionId> {
    let gates = (0..).map(QuestionId).zip(gates(questions));
    gates
        .filter(|(id, gates)| gates.has(*id))
        .map(|(id, _)| id)
        .collect()
}

/// To each question all those that decide whether it applies, directly or by way of others.
pub fn gates(questions: &[Question]) -> Vec<QuestionSet> {
    let mut gates: Vec<QuestionSet> = questions
        .iter()
        .map(|question| question.ask_when.questions())
        .collect();
    let mut settled = false;
    while !settled {
        settled = true;
        for asked in 0..gates.len() {
            let mut further = gates[asked].clone();
            for on in gates[asked].iter() {
                if let Some(gates) = gates.get(on.index()) {
                    further.add(gates);
                }
            }
            settled &= further == gates[asked];
            gates[asked] = further;
        }
    }
    gates
}
