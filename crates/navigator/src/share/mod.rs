//! Answers as one short text, for a link or for this device, and back.
//!
//! `1;a=family;n=m01.e01;rent_deadline=soon;age=-`: the version, then `key=value`. Ids and not positions,
//! so that an old text still means the same with a newer catalog; what that catalog does not know is left
//! out. It stands behind `#` in an address: servers never see it.

use crate::logic::Truth;
use crate::model::{
    Answer, Answers, AreaId, Asker, Catalog, NeedId, NeedSet, OptionSet, QuestionId, RuleSort,
};

/// Raised when old texts can no longer be read as they were meant.
const VERSION: &str = "1";
const UNKNOWN: &str = "-";
const DECLINED: &str = "--";
const ASKER: &str = "a";
const NEEDS: &str = "n";
const AREA: &str = "t";
/// A question of this cost or more is hard to answer before others.
const SENSITIVE_COST: u8 = 3;

impl Catalog {
    /// True if a trouble is hard to say before others.
    #[must_use]
    pub fn is_sensitive_need(&self, id: NeedId) -> bool {
        self.need(id).sensitive || {
            let mut named = false;
            for rule in self.rules.iter().filter(|rule| is_danger(rule.sort)) {
                rule.when.each_need_set(&mut |set| named |= set.has(id));
            }
            named
        }
    }

    /// True if a question is hard to answer before others, or is about danger.
    #[must_use]
    pub fn is_sensitive_question(&self, id: QuestionId) -> bool {
        let mut named = self.question(id).cost >= SENSITIVE_COST;
        for rule in self.rules.iter().filter(|rule| is_danger(rule.sort)) {
            let mut about = |question, _| named |= question == id;
            rule.when.each_circumstance(&mut about);
        }
        named
    }
}

fn is_danger(sort: RuleSort) -> bool {
    matches!(sort, RuleSort::Crisis { .. })
}

impl Answers {
    /// The answers without what is hard to say before others, without what was asked because of that, and without where the
    /// person lives.
    #[must_use]
    pub fn without_sensitive(&self, catalog: &Catalog) -> Self {
        let mut answers = self.clone();
        answers.area = Answer::Open;
        if let Answer::Chosen(needs) = &mut answers.needs {
            for id in catalog.need_ids() {
                if catalog.is_sensitive_need(id) {
                    needs.remove(id);
                }
            }
            if needs.is_empty() {
                answers.needs = Answer::Open;
            }
        }
        for id in catalog.question_ids() {
            if catalog.is_sensitive_question(id) {
                answers.set(id, Answer::Open);
            }
        }
        // An answer tells why it was asked for. What is left out may be why another one was.
        let asked =
            |answers: &Self, id| catalog.question(id).ask_when.read(catalog, answers) == Truth::Yes;
        let follows = |answers: &Self, id| {
            answers.circumstance(id).is_closed() && asked(self, id) && !asked(answers, id)
        };
        while let Some(id) = catalog.question_ids().find(|&id| follows(&answers, id)) {
            answers.set(id, Answer::Open);
        }
        answers
    }

    /// The answers as one text.
    #[must_use]
    pub fn to_text(&self, catalog: &Catalog) -> String {
        let mut text = VERSION.to_owned();
        let mut add = |key: &str, value: &str| {
            for part in [";", key, "=", value] {
                text.push_str(part);
            }
        };
        if self.asker != Asker::default() {
            add(ASKER, self.asker.id());
        }
        match &self.needs {
            Answer::Open => {}
            Answer::Unknown => add(NEEDS, UNKNOWN),
            Answer::Declined => add(NEEDS, DECLINED),
            Answer::Chosen(needs) => {
                let ids: Vec<&str> = needs.iter().map(|id| &*catalog.need(id).id).collect();
                add(NEEDS, &ids.join("."));
            }
        }
        match self.area {
            Answer::Open => {}
            Answer::Unknown => add(AREA, UNKNOWN),
            Answer::Declined => add(AREA, DECLINED),
            Answer::Chosen(area) => {
                if let Some(area) = catalog.areas.get(area.index()) {
                    add(AREA, &area.name);
                }
            }
        }
        for id in catalog.question_ids() {
            let question = catalog.question(id);
            match self.circumstance(id) {
                Answer::Open => {}
                Answer::Unknown => add(&question.id, UNKNOWN),
                Answer::Declined => add(&question.id, DECLINED),
                Answer::Chosen(set) => {
                    let ids: Vec<&str> = set
                        .iter()
                        .filter_map(|place| question.options.get(place))
                        .map(|option| &*option.id)
                        .collect();
                    add(&question.id, &ids.join("."));
                }
            }
        }
        text
    }

    /// The answers of a text; `None` if it is of another version or says nothing that this catalog knows.
    #[must_use]
    pub fn from_text(catalog: &Catalog, text: &str) -> Option<Self> {
        let mut parts = text.split(';');
        if parts.next() != Some(VERSION) {
            return None;
        }
        let mut answers = Self::default();
        for (key, value) in parts.filter_map(|part| part.split_once('=')) {
            match key {
                ASKER => {
                    let asker = Asker::ALL.into_iter().find(|asker| asker.id() == value);
                    answers.asker = asker.unwrap_or_default();
                }
                NEEDS => {
                    answers.needs = answer(value, |ids| {
                        let mut needs = NeedSet::default();
                        for id in catalog.need_ids() {
                            if names(ids, &catalog.need(id).id) {
                                needs.insert(id);
                            }
                        }
                        (!needs.is_empty()).then_some(needs)
                    });
                }
                AREA => {
                    answers.area = answer(value, |name| {
                        let place = catalog.areas.iter().position(|area| area.name == name)?;
                        u16::try_from(place).ok().map(AreaId)
                    });
                }
                _ => {
                    let asked = catalog.question_ids();
                    if let Some(id) = asked.into_iter().find(|&id| catalog.question(id).id == key) {
                        answers.set(id, answer(value, |ids| chosen(catalog, id, ids)));
                    }
                }
            }
        }
        (answers != Self::default()).then_some(answers)
    }
}

fn answer<S>(value: &str, chosen: impl FnOnce(&str) -> Option<S>) -> Answer<S> {
    match value {
        UNKNOWN => Answer::Unknown,
        DECLINED => Answer::Declined,
        ids => chosen(ids).map_or(Answer::Open, Answer::Chosen),
    }
}

fn names(ids: &str, id: &str) -> bool {
    ids.split('.').any(|one| one == id)
}

/// The options named, as the person could have chosen them: one, or several where several may be, and
/// 「どれもない」 only alone.
fn chosen(catalog: &Catalog, id: QuestionId, ids: &str) -> Option<OptionSet> {
    let question = catalog.question(id);
    let named = |place: &usize| names(ids, &question.options[*place].id);
    let set: OptionSet = (0..question.options.len()).filter(named).collect();
    let alone = |place: usize| question.options[place].alone;
    let one = set.iter().count() == 1;
    let fits = one || (question.multiple && !set.iter().any(alone));
    (!set.is_empty() && fits).then_some(set)
}
