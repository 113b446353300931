//! What no walk reached, and what is not wrong but worth a look.

use crate::report::{Finding, Unreached};
use crate::tally::Tally;
use navigator::{Catalog, EntryId, NeedId, PlanLevel, QuestionId};

/// Questions never put, rules that never hold, entries and measures that nobody reaches, options without effect.
pub fn unreached(catalog: &Catalog, tally: &Tally) -> Vec<Unreached> {
    let questions = tally.questions.missing().map(|place| {
        let id = &catalog.questions[place].id;
        one("question", id, format!("質問 {id} は、どこでも聞かれない"))
    });
    let rules = tally.rules.missing().map(|place| {
        let id = &catalog.rules[place].id;
        one(
            "rule",
            id,
            format!("きまり {id} は、どこでもあてはまらない"),
        )
    });
    let always = |place: usize| catalog.always.iter().any(|id| id.index() == place);
    let entries = tally.entries.missing().filter(|&place| !always(place));
    let entries = entries.map(|place| {
        let entry = &catalog.entries[place];
        let words = format!("窓口 {}「{}」に着く道がない", entry.id, entry.name);
        one("entry", &entry.id, words)
    });
    questions
        .chain(rules)
        .chain(entries)
        .chain(measures(catalog, tally))
        .chain(options(catalog, tally))
        .collect()
}

fn one(what: &'static str, id: &str, words: String) -> Unreached {
    let id = id.to_owned();
    Unreached { what, id, words }
}

fn measures<'a>(catalog: &'a Catalog, tally: &'a Tally) -> impl Iterator<Item = Unreached> + 'a {
    let realised = move |place: usize| {
        catalog.entry_ids().any(|id: EntryId| {
            let mut measures = catalog.entry(id).measures.iter();
            tally.entries.has(id.index()) && measures.any(|measure| measure.index() == place)
        })
    };
    let items = catalog.plan.iter().enumerate();
    let measures = items.filter(|(_, item)| item.level == PlanLevel::Measure);
    let missing = measures.filter(move |&(place, _)| !realised(place));
    missing.map(|(_, item)| {
        let words = format!("施策 {}「{}」に着く道がない", item.id, item.name);
        one("measure", &item.id, words)
    })
}

/// One option of each question may change nothing: without it nobody could say that none of it holds.
fn options<'a>(catalog: &'a Catalog, tally: &'a Tally) -> impl Iterator<Item = Unreached> + 'a {
    let questions = catalog.questions.iter().zip(&tally.changes);
    let questions =
        questions.filter(|(_, changes)| changes.iter().filter(|changes| !**changes).count() > 1);
    questions.flat_map(|(question, changes)| {
        let options = question.options.iter().zip(changes);
        let idle = options.filter(|(_, changes)| !**changes);
        idle.map(|(option, _)| {
            let words = format!(
                "質問 {} に「{}」と答えても、何も変わらない",
                question.id, option.text.myself
            );
            one("option", &format!("{}.{}", question.id, option.id), words)
        })
    })
}

/// Options that are never told apart, and troubles that raise a question which is then never put.
pub fn findings(catalog: &Catalog, tally: &Tally) -> Vec<Finding> {
    let of_question = |id: QuestionId| {
        let idle = idle(catalog, tally, id);
        twins(catalog, tally, id).into_iter().chain(idle)
    };
    catalog.question_ids().flat_map(of_question).collect()
}

fn twins(catalog: &Catalog, tally: &Tally, id: QuestionId) -> Vec<Finding> {
    let question = catalog.question(id);
    let mut twins = Vec::new();
    let options = question.options.iter().zip(&tally.apart[id.index()]);
    for (place, (one, apart)) in options.enumerate() {
        let later = question.options.iter().zip(apart).skip(place + 1);
        for (other, _) in later.filter(|(_, apart)| !**apart) {
            twins.push(Finding::Twins {
                question: question.id.clone(),
                options: [one.id.clone(), other.id.clone()],
                words: format!(
                    "質問 {} の「{}」と「{}」は、どこでも同じ案内になる",
                    question.id, one.text.myself, other.text.myself
                ),
            });
        }
    }
    twins
}

fn idle(catalog: &Catalog, tally: &Tally, id: QuestionId) -> Option<Finding> {
    let question = &catalog.question(id).id;
    let needs = idle_needs(catalog, tally, id).into_iter();
    let needs: Vec<String> = needs.map(|need| catalog.need(need).id.clone()).collect();
    (!needs.is_empty()).then(|| Finding::IdleNeeds {
        question: question.clone(),
        words: format!(
            "質問 {question} は、困りごと {} のためだけに聞かれることがない",
            needs.join("、")
        ),
        needs,
    })
}

/// Troubles by which a question would be raised, and which alone never bring it.
fn idle_needs(catalog: &Catalog, tally: &Tally, id: QuestionId) -> Vec<NeedId> {
    let (raised, asked) = (&tally.raised_by[id.index()], &tally.asked_by[id.index()]);
    let idle = |need: &NeedId| raised.has(need.index()) && !asked.has(need.index());
    catalog.need_ids().filter(idle).collect()
}
