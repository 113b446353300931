//! Every question may be left: by 「わからない」, by 「答えたくない」, or for what is known already. And nothing is taken for an
//! answer that was none.

use journeys::{Engine, Resident, Step, is_of_suggestions};

const TROUBLE: [(&str, &str); 1] = [("お金・くらし", "家賃が払えない")];

fn stands_before_the_first_question() -> Step<(Resident, String)> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.chooses_town("朝霞市")?;
    resident.marks(&TROUBLE)?;
    let asked = resident.answers(&[])?;
    assert_ne!(asked, "まず、ここに電話してください");
    Ok((resident, asked))
}

#[test]
fn what_is_known_already_is_shown_from_the_first_question_on() -> Step<()> {
    let (resident, _) = stands_before_the_first_question()?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    assert!(!resident.numbers()?.is_empty());
    Ok(())
}

/// All questions to their end, in both ways: there is always somebody to call.
#[test]
fn who_knows_nothing_or_says_nothing_still_gets_a_number() -> Step<()> {
    for no_answer in ["わからない", "答えたくない"] {
        let (resident, mut asked) = stands_before_the_first_question()?;
        while !is_of_suggestions(&asked) {
            asked = resident.answers(&[no_answer])?;
        }
        resident.taps_on("答えを見る")?;
        resident.browser().sees(no_answer)?;
        assert!(!resident.numbers()?.is_empty());
    }
    Ok(())
}

#[test]
fn who_marks_nothing_is_told_what_to_do_and_stays() -> Step<()> {
    let (resident, asked) = stands_before_the_first_question()?;
    resident.taps_on("次へ")?;
    let told = resident.browser().sees("どれかをえらんでください。")?;
    assert_eq!(told.attribute("role")?.as_deref(), Some("alert"));
    assert_eq!(resident.browser().focused()?.text()?, told.text()?);
    assert!(resident.has_in_sight(&told)?, "the message is out of sight");
    assert!(resident.browser().shows(&asked)?);
    // The message goes with its reason, and the way on is open.
    resident.taps_on("わからない")?;
    assert!(!resident.browser().shows("どれかをえらんでください。")?);
    resident.taps_on("次へ")?;
    resident.goes_on_from(&asked).map(drop)
}

#[test]
fn who_chooses_no_trouble_is_told_what_to_do_and_may_go_on_without() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.chooses_town("狛江市")?;
    resident.taps_on("次へ")?;
    let told = resident.browser().sees("1つ以上えらんでください。")?;
    assert!(resident.has_in_sight(&told)?, "the message is out of sight");
    assert!(resident.browser().shows("困っていることをえらぶ")?);
    resident.taps_on("わからない・うまく言えない")?;
    resident.goes_on_from("困っていることを")?;
    while !is_of_suggestions(&resident.heading()?) {
        resident.answers(&["わからない"])?;
    }
    assert!(!resident.numbers()?.is_empty());
    Ok(())
}

/// An option that stands alone takes the others' marks away, and the other way round.
#[test]
fn none_of_these_and_one_of_these_are_never_marked_together() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.chooses_town("朝霞市")?;
    resident.marks(&[
        ("お金・くらし", "家賃が払えない"),
        ("介護・年をとる", "親の物忘れがひどい"),
    ])?;
    let mut asked = resident.answers(&[])?;
    while !asked.contains("いっしょにくらす人や、お世話") {
        assert!(
            !is_of_suggestions(&asked),
            "the household is never asked: {asked}"
        );
        asked = resident.answers(&["わからない"])?;
    }
    let (child, old, none) = (
        "18歳未満の子ども",
        "65歳以上の家族",
        "ひとりぐらし、またはどれもありません",
    );
    resident.taps_on_each(&[child, old])?;
    assert!(resident.has_marked(child)? && resident.has_marked(old)?);
    resident.taps_on(none)?;
    assert!(resident.has_marked(none)? && !resident.has_marked(child)?);
    resident.taps_on(old)?;
    assert!(resident.has_marked(old)? && !resident.has_marked(none)?);
    resident.taps_on("答えたくない")?;
    assert!(resident.has_marked("答えたくない")? && !resident.has_marked(old)?);
    Ok(())
}
