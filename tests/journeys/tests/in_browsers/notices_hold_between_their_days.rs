//! A notice of a town stands on its first screen from its first day to its last, in Japan, opens to the whole, and is gone
//! by itself.

use journeys::{App, Engine, Resident, Step};

const NOTICES: &str = "return [...document.querySelectorAll('#stage summary')] \
    .filter((each) => each.checkVisibility() && each.textContent.startsWith('お知らせ')).length";

/// The first screen of 朝霞市 at a moment: 朝霞市's call for comments of 2025 is in its sheet.
fn stands_at(moment: &str) -> Step<Resident> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy_at(moment)?, "")?;
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.browser().sees("窓口の名前から見る")?;
    Ok(resident)
}

#[test]
fn a_notice_is_there_from_its_first_minute_to_its_last() -> Step<()> {
    for (moment, count) in [
        ("2025-11-04T23:59:00+09:00", 0),
        ("2025-11-05T00:00:00+09:00", 1),
        ("2025-12-04T23:59:00+09:00", 1),
        ("2025-12-05T00:00:00+09:00", 0),
    ] {
        let resident = stands_at(moment)?;
        let found = resident.browser().run(NOTICES, &[])?;
        assert_eq!(found, count, "{moment}");
    }
    Ok(())
}

#[test]
fn a_notice_opens_to_who_may_and_how() -> Step<()> {
    let resident = stands_at("2025-11-20T10:30:00+09:00")?;
    let browser = resident.browser();
    assert!(!browser.shows("市政情報コーナー")?);
    browser.click_in("summary", "お知らせ")?;
    for words in ["2025年12月4日まで", "市内に", "市政情報コーナー", "匿名"] {
        browser.sees(words)?;
    }
    // The way on is where it was.
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")
}
