//! Takes the time of «one answer → next question and suggestions» over the states that residents come through.

use navigator::{
    Answer, Answers, Ask, Asker, Catalog, Day, NeedId, NeedSet, OptionSet, next_step, suggest,
};

use crate::chance::Chance;

/// 2026-11-20.
const TODAY: Day = Day(20_777);
/// States that are measured.
const STATES: usize = 150;
/// Times that each state is measured; the quickest counts, because two cores may be busy with something else.
const TRIES: usize = 3;

/// What one answer costs.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// Half of the states take no longer, in microseconds.
    pub median: f64,
    /// Nineteen of twenty take no longer.
    pub most: f64,
    /// The slowest state.
    pub worst: f64,
}

/// Measures. `now` tells microseconds; a measurement lasts for `grain` at least, which has to be far more than the clock's
/// smallest step.
pub fn times(catalog: &Catalog, now: impl Fn() -> f64, grain: f64) -> Times {
    let mut times: Vec<f64> = states(catalog)
        .iter()
        .map(|answers| time(catalog, answers, &now, grain))
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get((times.len() - 1) * percent / 100);
    let at = |percent: usize| at(percent).copied().unwrap_or(f64::NAN);
    Times {
        median: at(50),
        most: at(95),
        worst: at(100),
    }
}

fn time(catalog: &Catalog, answers: &Answers, now: impl Fn() -> f64, grain: f64) -> f64 {
    let mut rounds = 1;
    let mut best = f64::INFINITY;
    let mut tries = 0;
    while tries < TRIES {
        let start = now();
        for _ in 0..rounds {
            std::hint::black_box(next_step(catalog, answers, TODAY));
            std::hint::black_box(suggest(catalog, answers, TODAY));
        }
        let took = now() - start;
        if took < grain {
            rounds *= 2;
        } else {
            best = best.min(took / f64::from(rounds));
            tries += 1;
        }
    }
    best
}

/// The states of residents who answer what they are asked, now and then with 「わからない」, until nothing is asked.
fn states(catalog: &Catalog) -> Vec<Answers> {
    let mut chance = Chance::new(1);
    let mut states = Vec::new();
    while states.len() < STATES {
        let mut answers = resident(catalog, &mut chance);
        states.push(answers.clone());
        while let Some(ask) = next_step(catalog, &answers, TODAY) {
            answer(catalog, &mut answers, ask, &mut chance);
            states.push(answers.clone());
        }
    }
    states.truncate(STATES);
    states
}

/// Somebody with one to three troubles.
fn resident(catalog: &Catalog, chance: &mut Chance) -> Answers {
    let mut needs = NeedSet::default();
    for _ in 0..1 + chance.below(3) {
        let need = chance.below(catalog.needs.len());
        needs.insert(NeedId(u16::try_from(need).unwrap_or(0)));
    }
    let mut answers = Answers::default();
    answers.asker = Asker::ALL[chance.below(3)];
    answers.needs = Answer::Chosen(needs);
    answers
}

fn answer(catalog: &Catalog, answers: &mut Answers, ask: Ask, chance: &mut Chance) {
    match ask {
        Ask::Needs => answers.needs = Answer::Unknown,
        Ask::Area => answers.area = Answer::Unknown,
        Ask::Question(id) => {
            let option = chance.below(catalog.question(id).options.len());
            let said = match chance.below(8) {
                0 => Answer::Unknown,
                _ => Answer::Chosen(OptionSet::of(option)),
            };
            answers.set(id, said);
        }
    }
}
