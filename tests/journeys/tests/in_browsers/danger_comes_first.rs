//! Who is in danger meets a line to call before anything else: no question stands before it, and nobody who is hit is
//! sent through a switchboard.

use journeys::{App, Engine, Resident, Step};

const SWITCHBOARDS: [&str; 2] = ["tel:0484631111", "tel:0334301111"];

fn marks(town: &str, fold: &str, trouble: &str) -> Step<Resident> {
    marks_in(App::copy()?, town, fold, trouble)
}

fn marks_in(app: App, town: &str, fold: &str, trouble: &str) -> Step<Resident> {
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    resident.chooses_town(town)?;
    resident.marks(&[(fold, trouble)])?;
    resident.taps_on("次へ（1つえらびました）")?;
    resident.goes_on_from("困っていることを")?;
    Ok(resident)
}

fn who_wants_to_die_sees_the_lines_at_once(town: &str) -> Step<()> {
    let resident = marks(town, "こころ・ひきこもり", "死にたい・消えたい")?;
    // Straight from the troubles: no question stood in between.
    assert_eq!(resident.heading()?, "まず、ここに話してください");
    let above = resident.browser().find("#app .danger")?;
    assert!(above.text()?.contains("0120-061-338"));
    assert!(above.text()?.contains("0120-279-338"));
    let first = resident.browser().run(
        "return document.querySelector('#app a[href^=\"tel:\"]').closest('.danger') !== null \
            && document.querySelector('#stage h1').nextElementSibling.matches('.danger')",
        &[],
    )?;
    assert_eq!(first, true);
    Ok(())
}

#[test]
fn who_wants_to_die_sees_the_lines_at_once_in_asaka() -> Step<()> {
    who_wants_to_die_sees_the_lines_at_once("朝霞市")
}

#[test]
fn who_wants_to_die_sees_the_lines_at_once_in_komae() -> Step<()> {
    who_wants_to_die_sees_the_lines_at_once("狛江市")
}

/// The line against violence leads, and no switchboard stands among the numbers, which are given back.
fn offers_no_switchboard(resident: &Resident) -> Step<Vec<String>> {
    let numbers = resident.numbers()?;
    assert_eq!(
        numbers.first().map(String::as_str),
        Some("tel:0120279889"),
        "{numbers:?}"
    );
    let leads_in = |link: &String| SWITCHBOARDS.contains(&link.as_str());
    assert!(!numbers.iter().any(leads_in), "{numbers:?}");
    Ok(numbers)
}

/// Lines to call stand above the question, and the first of them is in sight.
fn stand_above_the_question(resident: &Resident) -> Step<()> {
    let order = resident.browser().run(
        "const [lines, question] = ['#app .danger', '#app form'].map((css) => document.querySelector(css)); \
         return lines.compareDocumentPosition(question) === Node.DOCUMENT_POSITION_FOLLOWING",
        &[],
    )?;
    assert_eq!(order, true, "the question stands before the lines");
    let line = resident.browser().find("#app .danger a")?;
    assert!(
        resident.has_in_sight(&line)?,
        "the first line is out of sight"
    );
    Ok(())
}

/// All suggestions, folded ones too: whoever answers a switchboard may know the one who hits.
fn who_fears_their_partner_is_sent_to_no_switchboard(town: &str) -> Step<()> {
    let resident = marks(town, "家族・別れ", "パートナーがこわい・たたかれる")?;
    // Whether somebody is in danger now is asked below the lines: they wait for no answer.
    stand_above_the_question(&resident)?;
    offers_no_switchboard(&resident)?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに話してください")?;
    resident.unfolds_all()?;
    let numbers = offers_no_switchboard(&resident)?;
    assert!(numbers.iter().any(|link| link == "tel:110"), "{numbers:?}");
    // 「#」 begins a fragment in a link: a phone that gets `tel:#8008` dials nothing.
    assert!(
        numbers.iter().any(|link| link.starts_with("tel:%23")),
        "{numbers:?}"
    );
    assert!(
        numbers.iter().all(|link| !link.contains('#')),
        "{numbers:?}"
    );
    Ok(())
}

#[test]
fn who_fears_their_partner_is_sent_to_no_switchboard_in_asaka() -> Step<()> {
    who_fears_their_partner_is_sent_to_no_switchboard("朝霞市")
}

#[test]
fn who_fears_their_partner_is_sent_to_no_switchboard_in_komae() -> Step<()> {
    who_fears_their_partner_is_sent_to_no_switchboard("狛江市")
}

/// Where a question must still be asked, the lines stand above it, in sight.
#[test]
fn who_has_no_bed_tonight_sees_a_line_above_the_question() -> Step<()> {
    let resident = marks("狛江市", "家・住まい", "今夜泊まるところがない")?;
    stand_above_the_question(&resident)
}

/// By day the city's own desk finds a bed; at half past two only the lines of the night answer.
#[test]
fn at_night_the_lines_that_answer_lead() -> Step<()> {
    let first = |moment: &str| {
        let app = App::copy_at(moment)?;
        let resident = marks_in(app, "朝霞市", "家・住まい", "今夜泊まるところがない")?;
        let before = resident.numbers()?;
        resident.taps_on("今わかっている窓口を見る")?;
        resident.stands_before("まず、ここに話してください")?;
        let after = resident.numbers()?;
        Ok::<_, journeys::Fault>([before, after].map(|numbers| numbers.first().cloned()))
    };
    let (desk, line) = ("tel:0484235082", "tel:0120279338");
    let both = |number: &str| [Some(number.to_owned()), Some(number.to_owned())];
    assert_eq!(first("2026-11-20T10:30:00+09:00")?, both(desk));
    assert_eq!(first("2026-11-21T02:30:00+09:00")?, both(line));
    Ok(())
}

/// Somebody beaten by a son in the next room: no heading tells them to call, and what can be done without a voice is read at
/// once.
#[test]
fn who_cannot_speak_is_not_told_to_call() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    resident.comes_again("#asaka;1;n=f03;danger_now=again;voice=heard;age=a65")?;
    let heading = resident.stands_before_suggestions()?;
    assert_eq!(heading, "今日か明日のうちに、相談してください");
    let first = resident.browser().find("#app .card")?.text()?;
    assert!(
        first.contains("文字や手話で、警察や消防に知らせます。"),
        "{first}"
    );
    assert!(
        !resident
            .browser()
            .shows("今日か明日のうちに、電話してください")?
    );
    Ok(())
}
