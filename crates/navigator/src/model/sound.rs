//! Whether a catalog is sound: every position points at something, and no question waits for itself.

use super::catalog::Catalog;
use super::expr::Expr;
use super::ids::{EntryId, KindId, QuestionId};
use super::sets::{NeedSet, OptionSet};

impl Catalog {
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
