//! What every resident must be able to do, in each of the three engines that their browsers are built on: one browser, one
//! journey after the other.

use journeys::{App, Engine, Resident, Step, is_of_suggestions};

/// Stands in for the page of the weather: the journeys ask no other site.
const ELSEWHERE: &str = "elsewhere.html";
const SHIFT: char = '\u{E008}';
const NIGHT: &str = "2026-11-21T02:30:00+09:00";
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('no', 'SecurityError') } });";

fn app_at(moment: Option<&str>) -> Step<App> {
    let app = moment.map_or_else(App::copy, App::copy_at)?;
    app.rewrite("https://www.jma.go.jp/", ELSEWHERE)?;
    let page = "<!doctype html><html lang=ja><title>天気</title><h1>今日の天気</h1>";
    App::write(&app.folder().join(ELSEWHERE), page.as_bytes())?;
    Ok(app)
}

/// In each town and for each asker: two troubles at once, every question, and suggestions with a number.
fn each_asker_in_each_town_reaches_numbers(resident: &Resident) -> Step<()> {
    let ways = [
        ("朝霞市", "自分のこと", "困っていることを", "親の"),
        ("狛江市", "家族のこと", "家族が困っていることを", "家族の"),
        (
            "朝霞市",
            "まわりの人のこと",
            "まわりの人が困っていることを",
            "高齢の方の",
        ),
    ];
    for (town, asker, question, whose) in ways {
        resident.comes_again("")?;
        resident.taps_on(town)?;
        resident.stands_before("だれのことで困っていますか")?;
        resident.taps_on(asker)?;
        resident.stands_before(question)?;
        resident.writes("母がぼけてきてお金もない")?;
        resident.taps_on(&[whose, "物忘れがひどい"].concat())?;
        resident.marks(&[("お金・くらし", "家賃が払えない")])?;
        let mut asked = resident.answers(&[])?;
        while !is_of_suggestions(&asked) {
            asked = resident.answers(&["わからない"])?;
        }
        assert!(!resident.numbers()?.is_empty(), "{town}, {asker}");
        // Two fields at once: the joined-up window leads.
        resident
            .browser()
            .sees("困りごとをまとめて、ここで話せます")?;
    }
    Ok(())
}

fn back_keeps_and_an_answer_can_be_changed(resident: &Resident) -> Step<()> {
    resident.comes_again("")?;
    resident.chooses_town("狛江市")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    let asked = resident.answers(&[])?;
    resident.answers(&["答えたくない"])?;
    resident.browser().back()?;
    resident.stands_before(&asked)?;
    assert!(resident.has_marked("答えたくない")?);
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("答えを見る")?;
    resident.taps_on("「困っていること」の答えを変える")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("介護・年をとる", "親の物忘れがひどい")])?;
    resident.taps_on("次へ（2つえらびました）")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.browser().sees("親の物忘れがひどい").map(drop)
}

fn danger_comes_first_without_a_link(resident: &Resident) -> Step<()> {
    resident.comes_again("")?;
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("家族・別れ", "パートナーがこわい・たたかれる")])?;
    resident.taps_on("次へ（1つえらびました）")?;
    resident.goes_on_from("困っていることを")?;
    // The question whether it is danger now stands below the lines, and keeps nobody from them.
    assert_eq!(
        resident.numbers()?.first().map(String::as_str),
        Some("tel:0120279889")
    );
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに話してください")?;
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")?;
    assert!(!resident.browser().shows("家族や、ほかのスマホに送る")?);
    Ok(())
}

/// What was kept, and a link, lead to the same suggestions.
fn kept_and_sent_answers_are_taken_up(resident: &Resident) -> Step<()> {
    resident.comes_again("#komae;1;a=family;n=m01.e01;t=岩戸北")?;
    resident.stands_before("まず、ここに電話してください")?;
    let numbers = resident.numbers()?;
    assert!(resident.browser().url()?.ends_with("/#komae"));
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")?;
    resident.taps_on("QRコードを出す")?;
    resident.browser().find("share-box svg")?;
    resident
        .browser()
        .click_in("button", "この端末に保存する")?;
    resident.browser().sees("この端末に保存しています。")?;
    resident.comes_again("")?;
    resident.taps_on("続きを見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    assert_eq!(resident.numbers()?, numbers);
    Ok(())
}

/// By the button, and by Shift three times. It begins with something kept.
fn leaves_in_a_hurry(resident: &Resident) -> Step<()> {
    for by_key in [false, true] {
        resident.comes_again("#asaka;1;n=f01")?;
        resident.stands_before("まず、ここに話してください")?;
        if by_key {
            (0..3).try_for_each(|_| resident.browser().press(SHIFT))?;
        } else {
            resident.taps_on("すぐに閉じる")?;
        }
        resident.browser().sees("今日の天気")?;
        assert_eq!(
            resident.browser().run("return localStorage.length", &[])?,
            0
        );
        resident.browser().back()?;
        resident.waits_for_the_program()?;
        assert!(!resident.browser().shows("たたかれる")?);
    }
    Ok(())
}

/// A link that was cut, a town's file that is damaged, a program that does not come.
fn faults_are_said_with_the_way_on(resident: &Resident) -> Step<()> {
    resident.comes_again("#asaka;9")?;
    resident.stands_before("前の答えを、読めませんでした。")?;
    let mut whole = Vec::new();
    resident.app().change("komae.", |bytes| {
        whole.clone_from(&bytes);
        bytes[..bytes.len() / 2].to_vec()
    })?;
    resident.comes_again("#komae")?;
    resident.stands_before("窓口の一覧が、この画面と合いませんでした。")?;
    App::write(&resident.app().path_of("komae.")?, &whole)?;
    resident.taps_on("もう一度読みこむ")?;
    resident.stands_before("だれのことで困っていますか")
}

/// Neither the numbers nor the way out wait for the program.
fn help_is_there_before_the_program(engine: Engine) -> Step<()> {
    let resident = Resident::arrives_before(engine, app_at(None)?, "", &["_bg.wasm"])?;
    resident.browser().sees("いつでも電話できる所")?;
    resident.taps_on("朝霞市")?;
    resident
        .browser()
        .sees("朝霞市の案内を読みこんでいます。")?;
    resident.taps_on("すぐに閉じる")?;
    resident.browser().sees("今日の天気").map(drop)
}

fn all_in(engine: Engine) -> Step<()> {
    let resident = Resident::arrives_at(engine, app_at(None)?, "")?;
    each_asker_in_each_town_reaches_numbers(&resident)?;
    back_keeps_and_an_answer_can_be_changed(&resident)?;
    danger_comes_first_without_a_link(&resident)?;
    kept_and_sent_answers_are_taken_up(&resident)?;
    leaves_in_a_hurry(&resident)
}

/// At half past two at night, on a device that blocks all keeping, with files that do not come as they should.
fn in_trouble_in(engine: Engine) -> Step<()> {
    let app = app_at(Some(NIGHT))?;
    app.begins_with(BLOCKED)?;
    let resident = Resident::arrives_at(engine, app, "#asaka;1;n=h01")?;
    resident.stands_before("まず、ここに話してください")?;
    assert_eq!(
        resident.numbers()?.first().map(String::as_str),
        Some("tel:0120279338")
    );
    resident.comes_again("#asaka;1;n=m01")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.browser().sees("次は、11月24日（火）8:45から")?;
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")?;
    resident
        .browser()
        .click_in("button", "この端末に保存する")?;
    resident
        .browser()
        .sees("この端末では保存できませんでした。")?;
    faults_are_said_with_the_way_on(&resident)?;
    resident.taps_on("すぐに閉じる")?;
    resident.browser().sees("今日の天気")?;
    drop(resident);
    help_is_there_before_the_program(engine)
}

#[test]
fn every_journey_goes_in_chromium() -> Step<()> {
    all_in(Engine::Chromium)
}

#[test]
fn every_journey_goes_in_firefox() -> Step<()> {
    all_in(Engine::Firefox)
}

#[test]
fn every_journey_goes_in_webkit() -> Step<()> {
    all_in(Engine::WebKit)
}

#[test]
fn night_blocked_keeping_and_damaged_files_stop_nobody_in_chromium() -> Step<()> {
    in_trouble_in(Engine::Chromium)
}

#[test]
fn night_blocked_keeping_and_damaged_files_stop_nobody_in_firefox() -> Step<()> {
    in_trouble_in(Engine::Firefox)
}

#[test]
fn night_blocked_keeping_and_damaged_files_stop_nobody_in_webkit() -> Step<()> {
    in_trouble_in(Engine::WebKit)
}
