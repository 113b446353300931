//! An answer belongs to the trouble for which it was asked: who takes the trouble back is led as somebody who never named
//! it.

use journeys::{Engine, Resident, Step};

const SEE: &str = "今わかっている窓口を見る";

/// The first windows of somebody who has named this trouble alone, and answered nothing.
fn windows_for(resident: &Resident, trouble: (&str, &str)) -> Step<(Vec<String>, String)> {
    resident.comes_again("")?;
    resident.chooses_town("朝霞市")?;
    resident.marks(&[trouble])?;
    resident.taps_on(SEE)?;
    seen(resident)
}

/// Numbers and words of the windows.
fn seen(resident: &Resident) -> Step<(Vec<String>, String)> {
    resident.stands_before("まず、ここに電話してください")?;
    let words = "return [...document.querySelectorAll('#app article')].map((each) => each.innerText).join(' ')";
    let words = resident.browser().run(words, &[])?;
    let words = words.as_str().unwrap_or_default().to_owned();
    Ok((resident.numbers()?, words))
}

fn goes_back_to_the_troubles(resident: &Resident) -> Step<()> {
    let mut stands = resident.heading()?;
    while !stands.contains("困っていることを") {
        assert!(!stands.contains("だれのことで"), "past the troubles");
        resident.browser().back()?;
        stands = resident.goes_on_from(&stands)?;
    }
    Ok(())
}

/// Names a trouble, answers the question that holds `question` with `answer` and those before it with 「わからない」, goes
/// back, and names `other` in its place: what is seen then.
fn changes_their_mind(
    resident: &Resident,
    (trouble, question, answer): ((&str, &str), &str, &str),
    other: (&str, &str),
) -> Step<(Vec<String>, String)> {
    resident.comes_again("")?;
    resident.chooses_town("朝霞市")?;
    resident.marks(&[trouble])?;
    let mut asked = resident.answers(&[])?;
    while !asked.contains(question) {
        assert_ne!(
            asked, "まず、ここに電話してください",
            "「{question}」 is never asked"
        );
        asked = resident.answers(&["わからない"])?;
    }
    resident.answers(&[answer])?;
    goes_back_to_the_troubles(resident)?;
    resident.marks(&[trouble, other])?;
    assert!(!resident.has_marked(trouble.1)?);
    assert!(resident.has_marked(other.1)?);
    resident.taps_on(SEE)?;
    seen(resident)
}

#[test]
fn answer_to_a_trouble_that_was_taken_back_steers_no_more() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let other = ("仕事", "仕事をやめた");
    let only = windows_for(&resident, other)?;
    let said = (
        ("お金・くらし", "家賃が払えない"),
        "いつまでに家を出るか",
        "2週間以内です",
    );
    assert_eq!(changes_their_mind(&resident, said, other)?, only);
    Ok(())
}

#[test]
fn danger_of_a_trouble_that_was_taken_back_leads_no_more() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let other = ("お金・くらし", "家賃が払えない");
    let only = windows_for(&resident, other)?;
    let said = (
        ("家・住まい", "近所の人ともめている・音やにおいがつらい"),
        "体があぶない",
        "はい、今あぶないです",
    );
    assert_eq!(changes_their_mind(&resident, said, other)?, only);
    Ok(())
}
