//! To take along: a sheet that a desk can use, on one page or on a narrow slip; a link or a code that leads another device
//! to the same suggestions, without what is hard to say; and nothing of it for those who may be watched.

use journeys::{App, Browser, Engine, Fault, Resident, Step};
use xtask::server::Weather;

/// A daughter in Komae: rent, a mother who forgets, the mother's age, and the part of town.
const SAID: &str = "#komae;1;a=family;n=m01.e01;t=岩戸北;care_age=a65";
const POINTS_A_MILLIMETRE: f64 = 72.0 / 25.4;

fn arrives_with(told: &str) -> Step<Resident> {
    Resident::arrives_at(Engine::Chromium, App::copy()?, told)
}

fn to_taking_along(resident: &Resident) -> Step<()> {
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")
}

/// What the sheet has beside this name.
fn beside(resident: &Resident, name: &str) -> Step<String> {
    let script = "return [...document.querySelectorAll('.sheet dt')] \
        .find((each) => each.textContent === arguments[0]).nextElementSibling.textContent.trim()";
    let found = resident.browser().run(script, &[name.into()])?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_sheet_says_what_was_said_and_leaves_name_and_date_to_the_pen() -> Step<()> {
    let resident = arrives_with(SAID)?;
    resident.stands_before("まず、ここに電話してください")?;
    let first = resident.card_with("福祉総合相談窓口")?;
    to_taking_along(&resident)?;
    let sheet = resident.browser().find(".sheet")?.text()?;
    for told in [
        "家賃が払えない、家族の物忘れがひどい",
        "岩戸北",
        "家族のこと",
        "☑ お金",
        "☐ 仕事",
        "聞きたいこと",
        "気をつけてほしいこと",
        "03-3430-1111",
        "2026年11月20日に作りました",
    ] {
        assert!(sheet.contains(told), "{told} is not in: {sheet}");
    }
    assert!(first.contains("03-3430-1111"), "{first}");
    for blank in ["名前", "日付"] {
        assert_eq!(beside(&resident, blank)?, "", "{blank}");
    }
    let written = "return [...document.querySelectorAll('.sheet textarea')].map((each) => each.value).join('')";
    assert_eq!(resident.browser().run(written, &[])?, "");
    Ok(())
}

/// Width and height of each page of a PDF, in millimetres.
fn pages(pdf: &[u8]) -> Vec<(f64, f64)> {
    let text = String::from_utf8_lossy(pdf);
    let boxes = text.split("/MediaBox [").skip(1);
    boxes
        .filter_map(|rest| {
            let sides = rest.split(']').next()?;
            let mut sides = sides
                .split_whitespace()
                .filter_map(|side| side.parse::<f64>().ok());
            Some((sides.nth(2)?, sides.next()?))
        })
        .map(|(width, height)| (width / POINTS_A_MILLIMETRE, height / POINTS_A_MILLIMETRE))
        .collect()
}

#[test]
fn the_sheet_is_one_page_of_a4_or_a_slip_of_80_millimetres() -> Step<()> {
    let resident = arrives_with(SAID)?;
    resident.stands_before("まず、ここに電話してください")?;
    to_taking_along(&resident)?;
    // The browser's own dialog would stand in the way.
    resident.browser().run("window.print = () => {}", &[])?;
    resident.taps_on("A4の紙に印刷する")?;
    let a4 = pages(&resident.browser().prints()?);
    assert!(
        matches!(a4[..], [(width, height)] if width.round() == 210.0 && height.round() == 297.0),
        "{a4:?}"
    );
    resident.taps_on("細い紙に印刷する")?;
    let slip = pages(&resident.browser().prints_on_its_own_paper()?);
    assert!(
        matches!(slip[..], [(width, _)] if width.round() == 80.0),
        "{slip:?}"
    );
    Ok(())
}

/// Opens the code, and reads it from a picture of the screen as a phone's camera does.
fn reads_the_code(resident: &Resident) -> Step<String> {
    resident.taps_on("QRコードを出す")?;
    let code = resident.browser().find("share-box svg")?;
    resident.browser().bring_to_the_middle(&code)?;
    let unreadable = |wrong: String| Fault::new("the code", wrong, "look at it with a camera");
    let picture = resident.browser().picture()?;
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture))
        .read_info()
        .map_err(|error| unreadable(error.to_string()))?;
    let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let size = reader
        .next_frame(&mut pixels)
        .map_err(|error| unreadable(error.to_string()))?;
    let (width, height) = (size.width as usize, size.height as usize);
    let bytes = size.line_size / width;
    let grey = |x: usize, y: usize| pixels[y * size.line_size + x * bytes];
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = seen.detect_grids();
    let grid = grids
        .first()
        .ok_or_else(|| unreadable("no code in sight".to_owned()))?;
    let (_, text) = grid
        .decode()
        .map_err(|error| unreadable(error.to_string()))?;
    Ok(text)
}

#[test]
fn the_code_leads_another_device_to_the_same_suggestions() -> Step<()> {
    let resident = arrives_with(SAID)?;
    resident.stands_before("まず、ここに電話してください")?;
    to_taking_along(&resident)?;
    let link = reads_the_code(&resident)?;
    let home = resident.stage().server.url();
    assert!(link.starts_with(&format!("{home}#komae;1;")), "{link}");
    // Where somebody lives is hard to say before others.
    assert!(!link.contains(";t="), "{link}");
    resident.taps_on("話しにくいこと・住んでいる町も")?;
    let all = reads_the_code(&resident)?;
    assert!(all.contains(";t="), "{all}");
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    let here = resident.numbers()?;

    let other = Browser::start(Engine::Chromium)?;
    other.open(&all)?;
    other.sees("まず、ここに電話してください")?;
    let there = "return [...document.querySelectorAll('#app a[href^=\"tel:\"]')] \
        .filter((each) => each.checkVisibility()).map((each) => each.getAttribute('href'))";
    let there = other.run(there, &[])?;
    assert_eq!(there, serde_json::json!(here));
    // Only the town stays in the address, and going back does not bring the answers into it.
    assert_eq!(other.url()?, format!("{home}#komae"));
    other.back()?;
    other.sees("どの町の窓口をさがしますか")?;
    other.forward()?;
    other.sees("まず、ここに電話してください")?;
    assert_eq!(other.url()?, format!("{home}#komae"));
    Ok(())
}

/// What draws the ways to send a link comes late, and may not come: that is said, and the next tap asks for it again.
fn sharing_that_does_not_come(engine: Engine) -> Step<()> {
    let resident = Resident::arrives_at(engine, App::copy()?, SAID)?;
    let (browser, server) = (resident.browser(), &resident.stage().server);
    resident.stands_before("まず、ここに電話してください")?;
    server.weather("parts/share-box", Weather::Refused(503));
    to_taking_along(&resident)?;
    for _ in 0..2 {
        browser.sees("ボタンを読みこめませんでした。")?;
        resident.taps_on("もう一度読みこむ")?;
    }
    browser.sees("ボタンを読みこめませんでした。")?;
    resident.it_comes("parts/share-box");
    resident.taps_on("もう一度読みこむ")?;
    browser.sees("リンクを写す（コピー）")?;
    assert!(!browser.shows("ボタンを読みこめませんでした")?);
    // And the code, whether its script or its program does not come.
    for part in ["parts/qr.js", "parts/qr_bg"] {
        server.weather(part, Weather::Refused(503));
        resident.taps_on("QRコードを出す")?;
        browser.sees("QRコードを出せませんでした。")?;
        assert!(!browser.shows("読み取ると、同じ案内が出ます")?);
        resident.it_comes(part);
    }
    resident.taps_on("QRコードを出す")?;
    browser.find("share-box svg")?;
    browser.sees("読み取ると、同じ案内が出ます").map(drop)
}

#[test]
fn sharing_that_does_not_come_is_said_and_can_be_tried_again_in_chromium() -> Step<()> {
    sharing_that_does_not_come(Engine::Chromium)
}

#[test]
fn sharing_that_does_not_come_is_said_and_can_be_tried_again_in_firefox() -> Step<()> {
    sharing_that_does_not_come(Engine::Firefox)
}

#[test]
fn sharing_that_does_not_come_is_said_and_can_be_tried_again_in_webkit() -> Step<()> {
    sharing_that_does_not_come(Engine::WebKit)
}

#[test]
fn the_link_is_without_what_is_hard_to_say_unless_the_person_puts_it_in() -> Step<()> {
    let resident = arrives_with("#asaka;1;n=m01.m05.k02")?;
    resident.stands_before("まず、ここに電話してください")?;
    to_taking_along(&resident)?;
    resident.browser().run(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })",
        &[],
    )?;
    let copies = || {
        // What stands there of the time before is no answer to this tap.
        resident.browser().run("window.copied = null", &[])?;
        resident.taps_on("リンクを写す（コピー）")?;
        resident.browser().sees("写しました。")?;
        resident.browser().until("a copied link", || {
            let copied = "return window.copied && decodeURIComponent(window.copied)";
            let copied = resident.browser().run(copied, &[])?;
            Ok(copied.as_str().map(String::from))
        })
    };
    let link = copies()?;
    assert!(link.ends_with("#asaka;1;n=m01"), "{link}");
    resident.taps_on("話しにくいこと・住んでいる町も")?;
    let all = copies()?;
    assert!(all.ends_with("#asaka;1;n=m01.m05.k02"), "{all}");
    // All of it is hard to say: what is left is the town, and the link still opens.
    resident.comes_again("#asaka;1;n=m05")?;
    resident.stands_before("まず、ここに電話してください")?;
    to_taking_along(&resident)?;
    let link = reads_the_code(&resident)?;
    assert!(link.ends_with("#asaka"), "{link}");
    Ok(())
}

#[test]
fn who_may_be_watched_is_offered_no_link_and_no_keeping() -> Step<()> {
    let resident = arrives_with("#asaka;1;n=f01")?;
    resident.stands_before("まず、ここに話してください")?;
    to_taking_along(&resident)?;
    resident
        .browser()
        .sees("こわい人に見られない所で使ってください。")?;
    for offered in ["送る", "リンクを", "QRコード", "この端末に保存"] {
        let heard = "return [...document.querySelectorAll('#app :is(h2, button, label, share-box)')] \
            .some((each) => each.checkVisibility() && each.textContent.includes(arguments[0]))";
        assert_eq!(
            resident.browser().run(heard, &[offered.into()])?,
            false,
            "{offered}"
        );
    }
    Ok(())
}

#[test]
fn link_that_was_cut_or_is_none_of_ours_is_said_kindly_with_the_way_on() -> Step<()> {
    let resident = arrives_with("")?;
    for told in ["", "1", "2;n=m01", "1;n=zz9", "1;who=<b>", "%E3%81", "1;n"] {
        resident.comes_again(&format!("#asaka;{told}"))?;
        resident.stands_before("前の答えを、読めませんでした。")?;
        assert!(resident.browser().url()?.ends_with("/#asaka"), "{told}");
        resident.taps_on("はじめからえらぶ")?;
        resident.stands_before("だれのことで困っていますか")?;
    }
    // A newer or older program's words beside known ones are passed over.
    let mut numbers = Vec::new();
    for told in [
        "n=m01;income=quit",
        "n=zz9.m01;what=ever;income=foo.quit;t=火星",
    ] {
        resident.comes_again(&format!("#asaka;1;{told}"))?;
        resident.stands_before("まず、ここに電話してください")?;
        numbers.push(resident.numbers()?);
    }
    assert_eq!(numbers[0], numbers[1]);
    Ok(())
}
