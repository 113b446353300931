//! How many taps lead from the first screen to a number that can be called, for eight ways that people take. Writing in the
//! search box counts as one tap.

use journeys::{Engine, Resident, Step};

/// A way to a number, and the most taps that it may take.
struct Way {
    who: &'static str,
    most: u32,
    goes: fn(&Resident) -> Step<()>,
}

const WAYS: [Way; 8] = [
    Way {
        who: "rent and a forgetful mother",
        most: 8,
        goes: rent_and_mother,
    },
    Way {
        who: "a daughter far away",
        most: 6,
        goes: daughter_far_away,
    },
    Way {
        who: "wants to die",
        most: 4,
        goes: |resident| in_danger(resident, "死にたい・消えたい"),
    },
    Way {
        who: "violence at home",
        most: 4,
        goes: |resident| in_danger(resident, "パートナーがこわい・たたかれる"),
    },
    Way {
        who: "from abroad, by a word",
        most: 4,
        goes: |resident| by_a_word(resident, "ビザ", "ビザ・在留資格が心配"),
    },
    Way {
        who: "does not know what to say",
        most: 3,
        goes: says_nothing,
    },
    Way {
        who: "old, with weak legs",
        most: 5,
        goes: weak_legs,
    },
    Way {
        who: "生活保護, by its name",
        most: 3,
        goes: |resident| by_a_word(resident, "生活保護", "生活保護"),
    },
];

#[test]
fn few_taps_lead_to_a_number_in_chromium() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let mut too_many = Vec::new();
    for way in WAYS {
        resident.comes_again("")?;
        let before = resident.taps();
        (way.goes)(&resident)?;
        let numbers = resident.numbers()?;
        let taps = resident.taps() - before;
        println!(
            "{}: {taps} of {} taps, then {:?}",
            way.who,
            way.most,
            numbers.first()
        );
        if taps > way.most || numbers.is_empty() {
            too_many.push((way.who, taps, numbers.len()));
        }
    }
    assert!(too_many.is_empty(), "{too_many:?}");
    Ok(())
}

fn rent_and_mother(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[
        ("お金・くらし", "家賃が払えない"),
        ("介護・年をとる", "親の物忘れがひどい"),
    ])?;
    sees_the_windows(resident)
}

fn daughter_far_away(resident: &Resident) -> Step<()> {
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("家族のこと")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("介護・年をとる", "一人暮らしの家族が心配")])?;
    sees_the_windows(resident)
}

/// The lines stand as soon as the trouble is marked.
fn in_danger(resident: &Resident, trouble: &str) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("今あぶない", trouble)])?;
    resident.browser().until("a line to call", || {
        Ok((!resident.numbers()?.is_empty()).then_some(()))
    })
}

/// By the search box that stands on the screen after the town's choice.
fn by_a_word(resident: &Resident, word: &str, found: &str) -> Step<()> {
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.writes(word)?;
    resident.taps_on(found)?;
    resident.browser().until("a number to call", || {
        Ok((!resident.numbers()?.is_empty()).then_some(()))
    })
}

fn says_nothing(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.taps_on("わからない・うまく言えない")?;
    resident.stands_before_suggestions().map(drop)
}

fn weak_legs(resident: &Resident) -> Step<()> {
    resident.chooses_town("狛江市")?;
    resident.marks(&[("介護・年をとる", "足腰が弱って外に出なくなった")])?;
    sees_the_windows(resident)
}

fn sees_the_windows(resident: &Resident) -> Step<()> {
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before_suggestions().map(drop)
}
