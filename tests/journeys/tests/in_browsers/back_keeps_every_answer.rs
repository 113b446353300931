//! Back is never a loss: not by the browser's own button, not by 「もどる」, not after changing one's mind.

use journeys::{Engine, Resident, Step, is_of_suggestions};

const TROUBLES: [(&str, &str); 2] = [
    ("お金・くらし", "家賃が払えない"),
    ("介護・年をとる", "親の物忘れがひどい"),
];

/// From the start to the suggestions, with every question answered by its first option; the headings on the way.
fn walks_to_the_suggestions(resident: &Resident) -> Step<Vec<(String, Option<String>)>> {
    resident.chooses_town("狛江市")?;
    resident.marks(&TROUBLES)?;
    let mut asked = resident.answers(&[])?;
    let mut steps = Vec::new();
    while !is_of_suggestions(&asked) {
        let option = first_option(resident)?;
        steps.push((asked, Some(option.clone())));
        asked = resident.answers(&[&option])?;
    }
    steps.push((asked, None));
    Ok(steps)
}

fn first_option(resident: &Resident) -> Step<String> {
    let label = resident.browser().find("#app .checks label span")?;
    label.text()
}

fn goes_back_to_the_start(resident: &Resident, back: impl Fn() -> Step<()>) -> Step<()> {
    let mut steps = walks_to_the_suggestions(resident)?;
    steps.pop();
    assert!(steps.len() > 1, "too few questions: {steps:?}");
    while let Some((asked, option)) = steps.pop() {
        back()?;
        resident.stands_before(&asked)?;
        let option = option.unwrap_or_default();
        assert!(
            resident.has_marked(&option)?,
            "{asked}: 「{option}」 is lost"
        );
    }
    back()?;
    resident.stands_before("困っていることを")?;
    resident.browser().sees("次へ（2つえらびました）")?;
    for (fold, trouble) in TROUBLES {
        resident.unfolds(fold)?;
        resident.browser().sees(trouble)?;
        assert!(resident.has_marked(trouble)?, "「{trouble}」 is lost");
    }
    back()?;
    resident.stands_before("だれのことで困っていますか")?;
    back()?;
    resident.stands_before("困りごとから、")
}

#[test]
fn the_browsers_own_back_leads_through_every_step_and_keeps_what_was_said() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    goes_back_to_the_start(&resident, || resident.browser().back())?;
    // And forward again, as far as one had come.
    for heading in ["だれのことで困っていますか", "困っていることを"] {
        resident.browser().forward()?;
        resident.stands_before(heading)?;
    }
    resident.browser().sees("次へ（2つえらびました）")?;
    Ok(())
}

#[test]
fn the_back_link_on_the_screen_leads_the_same_way() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    goes_back_to_the_start(&resident, || resident.taps_on("もどる"))
}

#[test]
fn changing_one_answer_leads_straight_back_to_the_suggestions() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let steps = walks_to_the_suggestions(&resident)?;
    let (asked, said) = &steps[0];
    resident.taps_on("答えを見る")?;
    resident.taps_on(&format!("「{asked}」の答えを変える"))?;
    resident.stands_before(asked)?;
    assert!(resident.has_marked(said.as_deref().unwrap_or_default())?);
    // Two taps, and no other question in between.
    resident.taps_on_each(&["答えたくない", "次へ"])?;
    resident.stands_before_suggestions()?;
    resident.taps_on("答えを見る")?;
    resident.browser().sees("答えたくない")?;
    // Back leads to the question, with the new answer.
    resident.browser().back()?;
    resident.stands_before(asked)?;
    assert!(resident.has_marked("答えたくない")?);
    Ok(())
}

#[test]
fn changing_the_troubles_leads_straight_back_to_the_suggestions() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    walks_to_the_suggestions(&resident)?;
    resident.taps_on("答えを見る")?;
    resident.taps_on("「困っていること」の答えを変える")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("介護・年をとる", "一人暮らしの親が心配")])?;
    resident.taps_on("次へ（3つえらびました）")?;
    resident.stands_before_suggestions()?;
    resident.taps_on("答えを見る")?;
    resident
        .browser()
        .sees("家賃が払えない、親の物忘れがひどい、一人暮らしの親が心配")?;
    Ok(())
}

/// From the page of one window back to the list, and from the list on to the question that was left open.
#[test]
fn back_from_a_window_leads_to_the_suggestions() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.chooses_town("朝霞市")?;
    resident.marks(&TROUBLES)?;
    let asked = resident.answers(&[])?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.opens_a_window()?;
    resident.stands_before("お金・仕事・住まいの相談")?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("質問にもどる")?;
    resident.stands_before(&asked)
}
