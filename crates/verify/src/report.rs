//! What the walks say: promises kept or broken, what is never reached, and which answers change nothing.

use crate::promises::{MOST_QUESTIONS, Promise};
use crate::starts::Starts;
use crate::symbolic::{anchors, most_needed, reads_asker};
use crate::tally::{Tally, Witness};
use catalog::answers::write_answers;
use catalog::moment::day_text;
use navigator::{Catalog, Day, EntryId, NeedId, PlanLevel, QuestionId};
use serde_json::{Value, json};

/// The result for one town.
#[derive(Clone, Debug)]
pub struct Report {
    /// Everything, as it is printed with `--json`.
    pub value: Value,
    /// True if no promise is broken and nothing is out of reach.
    pub holds: bool,
    /// Different states walked through.
    pub states: usize,
    /// The most questions that anybody is asked.
    pub longest: usize,
}

impl Report {
    pub(super) fn of(catalog: &Catalog, starts: &Starts, tally: &Tally) -> Self {
        let broken = broken(catalog, tally);
        let unreached = unreached(catalog, tally);
        let longest = tally.longest.as_ref();
        let most = longest.map_or(0, |(asked, _)| *asked);
        let value = json!({
            "town": catalog.town.id,
            "holds": broken.is_empty() && unreached.is_empty(),
            "states": tally.states,
            "steps": tally.steps,
            "longest": {
                "questions": most,
                "bound": MOST_QUESTIONS,
                "answers": longest.map(|(_, witness)| write_answers(catalog, &witness.answers)),
            },
            "covered": covered(catalog, starts),
            "shown_for_all_answers": shown(catalog),
            "promises": Promise::ALL.map(|promise| json!({
                "promise": format!("{promise:?}"),
                "words": promise.words(),
                "kept": !tally.failures.contains_key(&promise),
            })),
            "broken": broken,
            "unreached": unreached,
            "findings": findings(catalog, tally),
            "witnesses": witnesses(catalog, tally),
        });
        Self {
            holds: value["holds"] == true,
            value,
            states: tally.states,
            longest: most,
        }
    }

    /// As lines for staff.
    #[must_use]
    pub fn as_text(&self) -> String {
        let told = &self.value;
        let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
        let list = |key: &str| told[key].as_array().cloned().unwrap_or_default();
        let mark = |kept: bool| if kept { "○" } else { "×" };
        let mut lines = vec![format!(
            "{} {}: 状態 {}、答えの道 {}、質問はいちばん多くて {} 問（上限 {}）",
            mark(self.holds),
            text(&told["town"]),
            told["states"],
            told["steps"],
            told["longest"]["questions"],
            told["longest"]["bound"],
        )];
        lines.extend(
            list("covered")
                .iter()
                .map(|one| format!("  調べた範囲: {}", text(one))),
        );
        lines.extend(
            list("shown_for_all_answers")
                .iter()
                .map(|one| format!("  表から言えること: {}", text(one))),
        );
        lines.push(format!("  いちばん長い道: {}", told["longest"]["answers"]));
        for promise in list("promises") {
            lines.push(format!(
                "  {} {}",
                mark(promise["kept"] == true),
                text(&promise["words"])
            ));
        }
        for broken in list("broken") {
            lines.push(format!(
                "  × {}: {}（{}回）。いちばん短い例を catalog ask に渡せます:\n    {}",
                text(&broken["words"]),
                text(&broken["what"]),
                broken["times"],
                broken["answers"]
            ));
        }
        lines.extend(
            list("unreached")
                .iter()
                .map(|one| format!("  × {}", text(&one["words"]))),
        );
        lines.extend(
            list("findings")
                .iter()
                .map(|one| format!("  気づいたこと: {}", text(&one["words"]))),
        );
        lines.push(String::new());
        lines.join("\n")
    }
}

fn covered(catalog: &Catalog, starts: &Starts) -> Vec<String> {
    let needs = catalog.needs.len();
    let mut list = vec![
        format!(
            "すべて: 困りごと1つ（{needs}）と、選ばない・わからない・答えたくない × 窓口の有効な期間の区切り {} × 出た質問のすべての答え（いくつも選ぶ組も、町も）",
            starts.days
        ),
        if starts.pairs == starts.all_pairs {
            format!("すべて: 困りごと2つの組 {} × 出た質問のすべての選択肢（いくつも選べる質問は、1つ、2つ、全部。町は「わからない」）", starts.pairs)
        } else {
            format!("一部: 困りごと2つの組 {}（全部で {}）× 出た質問のすべての選択肢（いくつも選べる質問は、1つ、2つ、全部。町は「わからない」）", starts.pairs, starts.all_pairs)
        },
        format!("一部: 困りごと3つの組 {}（3つの分野から、質問がいちばん多い困りごと）× 出た質問ごとに選択肢2つと「わからない」", starts.triples),
        "どの条件も区別しない答えは、1つにまとめて調べる（まとめてよいことは、困りごと1つのときにすべて確かめる）".to_owned(),
    ];
    if reads_asker(catalog) {
        list.push("注意: 聞く人を見る条件がある。調べたのは本人だけ".to_owned());
    } else {
        list.push(
            "聞く人（本人・家族・支える人）を見る条件はないので、だれでも同じ道になる".to_owned(),
        );
    }
    list
}

fn shown(catalog: &Catalog) -> Vec<String> {
    let anchors = anchors(catalog);
    let name = |id: Option<EntryId>| id.map(|id| catalog.entry(id).name.as_str());
    let mut list = Vec::new();
    for (what, id) in [
        ("電話", anchors.phone),
        ("電話を使わない道", anchors.without_phone),
    ] {
        list.push(match name(id) {
            Some(name) => format!(
                "{what}は、どの困りごとの組と答えでもある（条件のない「{name}」が必ず出る）"
            ),
            None => {
                format!("{what}がいつもあることは、表だけからは言えない（調べた範囲で確かめた）")
            }
        });
    }
    list.push(format!(
        "どの困りごとの組でも、質問は多くて {} 問で終わる（困りごと、町、質問 {} を1回ずつ）",
        catalog.questions.len() + 1 + usize::from(!catalog.areas.is_empty()),
        catalog.questions.len()
    ));
    list.push(format!(
        "どのきまりも、困りごと {} つまでであてはまるようになる",
        most_needed(catalog)
    ));
    list
}

fn example(catalog: &Catalog, witness: &Witness, day: Option<Day>) -> Value {
    let mut answers = write_answers(catalog, &witness.answers);
    if let Some(day) = day {
        answers["now"] = json!(day_text(day));
    }
    answers
}

fn broken(catalog: &Catalog, tally: &Tally) -> Vec<Value> {
    let one = |(promise, failure): (&Promise, &crate::tally::Failure)| {
        json!({
            "promise": format!("{promise:?}"),
            "words": promise.words(),
            "what": failure.what,
            "times": failure.times,
            "answers": example(catalog, &failure.witness, Some(failure.day)),
        })
    };
    tally.failures.iter().map(one).collect()
}

fn unreached(catalog: &Catalog, tally: &Tally) -> Vec<Value> {
    let mut list = Vec::new();
    let mut add = |what: &str, id: &str, words: String| {
        list.push(json!({"what": what, "id": id, "words": words}));
    };
    for place in tally.questions.missing() {
        let id = &catalog.questions[place].id;
        add("question", id, format!("質問 {id} は、どこでも聞かれない"));
    }
    for place in tally.rules.missing() {
        let id = &catalog.rules[place].id;
        add(
            "rule",
            id,
            format!("きまり {id} は、どこでもあてはまらない"),
        );
    }
    for place in tally.entries.missing() {
        let entry = &catalog.entries[place];
        if !catalog.always.iter().any(|id| id.index() == place) {
            let words = format!("窓口 {}「{}」に着く道がない", entry.id, entry.name);
            add("entry", &entry.id, words);
        }
    }
    for (place, item) in catalog.plan.iter().enumerate() {
        let realises = |id: &EntryId| {
            let entry = catalog.entry(*id);
            tally.entries.has(id.index())
                && entry
                    .measures
                    .iter()
                    .any(|measure| measure.index() == place)
        };
        if item.level == PlanLevel::Measure && !catalog.entry_ids().any(|id| realises(&id)) {
            add(
                "measure",
                &item.id,
                format!("施策 {}「{}」に着く道がない", item.id, item.name),
            );
        }
    }
    for (question, changes) in catalog.questions.iter().zip(&tally.changes) {
        for (option, _) in question
            .options
            .iter()
            .zip(changes)
            .filter(|(_, changes)| !**changes)
        {
            let id = format!("{}.{}", question.id, option.id);
            let words = format!(
                "質問 {} に「{}」と答えても、何も変わらない",
                question.id, option.text.myself
            );
            add("option", &id, words);
        }
    }
    list
}

/// Not wrong, but worth a look: options that are never told apart, and troubles that raise a question
/// which is then never put.
fn findings(catalog: &Catalog, tally: &Tally) -> Vec<Value> {
    let mut list = Vec::new();
    for id in catalog.question_ids() {
        let question = catalog.question(id);
        let apart = &tally.apart[id.index()];
        for (place, (one, apart)) in question.options.iter().zip(apart).enumerate() {
            let later = question.options.iter().zip(apart).skip(place + 1);
            for (other, _) in later.filter(|(_, apart)| !**apart) {
                list.push(json!({
                    "what": "twins", "question": question.id, "options": [one.id, other.id],
                    "words": format!(
                        "質問 {} の「{}」と「{}」は、どこでも同じ案内になる",
                        question.id, one.text.myself, other.text.myself
                    ),
                }));
            }
        }
        let idle = idle_needs(catalog, tally, id);
        if !idle.is_empty() {
            let ids: Vec<&str> = idle
                .iter()
                .map(|&need| catalog.need(need).id.as_str())
                .collect();
            list.push(json!({
                "what": "idle_needs", "question": question.id, "needs": ids,
                "words": format!("質問 {} は、困りごと {} のためだけに聞かれることがない", question.id, ids.join("、")),
            }));
        }
    }
    list
}

/// Troubles by which a question would be raised, and which alone never bring it.
fn idle_needs(catalog: &Catalog, tally: &Tally, id: QuestionId) -> Vec<NeedId> {
    let (raised, asked) = (&tally.raised_by[id.index()], &tally.asked_by[id.index()]);
    let idle = |need: &NeedId| raised.has(need.index()) && !asked.has(need.index());
    catalog.need_ids().filter(idle).collect()
}

fn witnesses(catalog: &Catalog, tally: &Tally) -> Value {
    let list = |seen: &crate::tally::Seen, ids: Vec<&str>| -> Value {
        let told = ids.into_iter().enumerate().filter_map(|(place, id)| {
            let witness = seen.witness(place)?;
            Some((id.to_owned(), example(catalog, witness, None)))
        });
        Value::Object(told.collect())
    };
    json!({
        "questions": list(&tally.questions, catalog.questions.iter().map(|one| one.id.as_str()).collect()),
        "rules": list(&tally.rules, catalog.rules.iter().map(|one| one.id.as_str()).collect()),
        "entries": list(&tally.entries, catalog.entries.iter().map(|one| one.id.as_str()).collect()),
    })
}
