//! The search over troubles, windows and measures: in a person's own words and spelling. What it offers is as good as what
//! the folds hold.

use journeys::{Engine, Resident, Step};

const ENTER: char = '\u{E007}';
const MONEY: [&str; 4] = [
    "お金がもう、ほとんどない",
    "生活費が足りない",
    "今日食べるものがない",
    "家賃が払えない",
];

fn stands_before_the_troubles() -> Step<Resident> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.chooses_town("朝霞市")?;
    Ok(resident)
}

/// The troubles that the search offers.
fn found(resident: &Resident) -> Step<Vec<String>> {
    let labels = resident.browser().all(".search .checks label")?;
    labels.iter().map(journeys::Element::text).collect()
}

#[test]
fn one_sentence_with_two_troubles_offers_both_and_marking_there_counts() -> Step<()> {
    let resident = stands_before_the_troubles()?;
    resident.writes("母がぼけてきてお金もない")?;
    resident.browser().sees("親の物忘れがひどい")?;
    let offered = found(&resident)?;
    let money = offered
        .iter()
        .find(|each| MONEY.iter().any(|trouble| each.contains(trouble)));
    assert!(money.is_some(), "no money trouble in {offered:?}");
    resident.taps_on("親の物忘れがひどい")?;
    resident.taps_on(money.map_or("", String::as_str))?;
    resident.browser().sees("次へ（2つえらびました）")?;
    // The same box in its fold is marked, and taking that back counts too.
    resident.unfolds("介護・年をとる")?;
    resident.browser().until("both boxes to be marked", || {
        let boxes = resident.browser().run(
            "return ['found-e01', 'need-e01'].every((id) => document.getElementById(id)?.checked)",
            &[],
        )?;
        Ok((boxes == true).then_some(()))
    })?;
    resident
        .browser()
        .click_in("label[for=need-e01]", "親の物忘れがひどい")?;
    resident.browser().sees("次へ（1つえらびました）")?;
    Ok(())
}

#[test]
fn every_spelling_of_rent_is_understood() -> Step<()> {
    let resident = stands_before_the_troubles()?;
    for word in ["やちん", "ヤチン", "ﾔﾁﾝ", "家賃", "やちんがはらえない"] {
        resident.writes(word)?;
        resident
            .browser()
            .until(&format!("「{word}」 to be understood"), || {
                let offered = found(&resident)?;
                Ok((offered.first().map(String::as_str) == Some("家賃が払えない")).then_some(()))
            })?;
    }
    Ok(())
}

#[test]
fn words_that_nobody_knows_are_answered_with_the_way_on() -> Step<()> {
    let resident = stands_before_the_troubles()?;
    resident.writes("んんんん")?;
    resident.browser().sees("見つかりません。ほかの言葉で")?;
    // Who hears anything, with the number to call.
    resident
        .browser()
        .sees("困りごとをまとめて話せる市の窓口")?;
    let call = "return document.querySelector('.search .call')?.getAttribute('href')";
    assert_eq!(resident.browser().run(call, &[])?, "tel:0484235082");
    resident.writes("やちん")?;
    resident.browser().sees("家賃が払えない")?;
    assert!(!resident.browser().shows("見つかりません。")?);
    Ok(())
}

#[test]
fn a_cry_for_help_is_answered_with_lines_at_once_and_an_errand_is_not() -> Step<()> {
    let resident = stands_before_the_troubles()?;
    resident.writes("しにたい")?;
    resident.browser().sees("死にたい・消えたい")?;
    let lines = "return document.querySelectorAll('.search .danger .call').length";
    assert!(resident.browser().run(lines, &[])? != 0);
    resident.writes("住民票を移したい")?;
    resident
        .browser()
        .sees("引っこしや戸籍の届け、住民票がほしい")?;
    assert_eq!(resident.browser().run(lines, &[])?, 0);
    Ok(())
}

/// A window found is one row with its name, and what was marked before going there is not lost.
#[test]
fn a_window_is_found_by_its_name_and_the_way_back_keeps_the_marks() -> Step<()> {
    let resident = stands_before_the_troubles()?;
    resident.writes("やちん")?;
    resident.taps_on("家賃が払えない")?;
    resident.writes("図書館")?;
    resident.taps_on("図書館（本館）")?;
    resident.browser().sees("朝霞市立図書館 本館")?;
    resident.taps_on("もどる")?;
    resident.browser().sees("次へ（1つえらびました）")?;
    Ok(())
}

/// On the first screen of a town, before anything was asked.
#[test]
fn the_search_stands_where_one_lands_and_a_trouble_leads_to_its_page() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.browser().sees("言葉でさがす")?;
    resident.writes("住民票を移したい")?;
    resident.taps_on("引っこしや戸籍の届け、住民票がほしい")?;
    resident.browser().sees("住民票・引っこしの手続き")?;
    Ok(())
}

/// Who writes ends with Enter. The form has not been answered by that: nothing is missing, and the screen stays.
#[test]
fn enter_in_the_field_searches_and_nothing_else() -> Step<()> {
    for engine in Engine::ALL {
        let resident = Resident::arrives(engine)?;
        resident.chooses_town("朝霞市")?;
        resident.writes("やちん")?;
        resident.browser().press(ENTER)?;
        resident.browser().sees("家賃が払えない")?;
        assert!(!resident.browser().shows("1つ以上えらんでください。")?);
        assert!(resident.heading()?.contains("困っていることを"));
        // With something marked as well, which would lead on.
        resident.taps_on("家賃が払えない")?;
        resident.writes("ぼけ")?;
        resident.browser().press(ENTER)?;
        resident.browser().sees("親の物忘れがひどい")?;
        assert!(
            resident.heading()?.contains("困っていることを"),
            "{engine:?}"
        );
        let written = "return document.querySelector('#words').value";
        assert_eq!(resident.browser().run(written, &[])?, "ぼけ");
    }
    Ok(())
}
