//! Every screen there is, one after the other in one browser: whoever judges screens misses none, and does not have to
//! know the ways.

use crate::{Resident, Step, is_of_suggestions};

/// Leads over every screen of the page at `below` (`""`, or `"?kiosk=1"`), and has `look` judge each by its name.
pub fn tour(resident: &Resident, below: &str, look: &mut dyn FnMut(&str) -> Step<()>) -> Step<()> {
    let kiosk = below.contains("kiosk");
    resident.comes_again(below)?;
    if kiosk {
        look("kiosk that waits for somebody")?;
        resident.taps_on("画面にさわってください")?;
    }
    look("start")?;
    resident.taps_on("文字")?;
    resident.browser().sees("文字の大きさ")?;
    look("start, with the switches of the text")?;
    resident.taps_on("文字")?;
    asking(resident, look)?;
    suggestions(resident, look)?;
    taking_along(resident, kiosk, look)?;
    lists(resident, below, look)?;
    danger(resident, below, look)?;
    faults(resident, below, look)
}

/// Two troubles in a town with parts, so that every kind of question comes: one answer, several, and the part of town.
fn asking(resident: &Resident, look: &mut dyn FnMut(&str) -> Step<()>) -> Step<()> {
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    look("asker")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    look("troubles")?;
    resident.taps_on("次へ")?;
    resident.browser().sees("1つ以上えらんでください。")?;
    look("troubles, none chosen")?;
    resident.writes("お金がない")?;
    resident.browser().sees("お金がもう、ほとんどない")?;
    resident.unfolds("今あぶない")?;
    look("troubles, danger open")?;
    for (field, trouble, name) in [
        ("お金・くらし", "need-m01", "家賃が払えない"),
        ("介護・年をとる", "need-e01", "親の物忘れがひどい"),
    ] {
        resident.unfolds(field)?;
        let label = format!("label[for={trouble}]");
        resident.browser().click_in(&label, name)?;
    }
    look("troubles, searched, a field open, two marked")?;
    let mut asked = resident.answers(&[])?;
    while !is_of_suggestions(&asked) {
        resident.taps_on("次へ")?;
        resident.browser().sees("どれかをえらんでください。")?;
        look(&format!("「{asked}」, none marked"))?;
        // A part of town is left out of a link unless the person puts it in.
        let answer = if asked.contains("どの町") {
            "岩戸北"
        } else {
            "わからない"
        };
        asked = resident.answers(&[answer])?;
    }
    Ok(())
}

fn suggestions(resident: &Resident, look: &mut dyn FnMut(&str) -> Step<()>) -> Step<()> {
    look("suggestions")?;
    resident.unfolds_all()?;
    look("suggestions, all folds open")?;
    resident.opens_a_window()?;
    resident.goes_on_from("まず、ここに電話してください")?;
    look("window")?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")
}

fn taking_along(
    resident: &Resident,
    kiosk: bool,
    look: &mut dyn FnMut(&str) -> Step<()>,
) -> Step<()> {
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")?;
    look("to take along")?;
    resident.taps_on("話しにくいこと・住んでいる町も")?;
    resident.taps_on("QRコードを出す")?;
    resident.browser().find("share-box svg")?;
    if !kiosk {
        resident
            .browser()
            .click_in("button", "この端末に保存する")?;
        resident.browser().sees("この端末に保存しています。")?;
    }
    look("to take along, with a code, and kept")?;
    if !kiosk {
        resident.taps_on("保存した答えを消す")?;
        resident.browser().sees("今は保存していません。")?;
    }
    Ok(())
}

fn lists(resident: &Resident, below: &str, look: &mut dyn FnMut(&str) -> Step<()>) -> Step<()> {
    resident.comes_again(&format!("{below}#asaka"))?;
    for list in [
        "困りごとから見る",
        "窓口の名前から見る",
        "町の計画の施策から見る",
    ] {
        resident.stands_before("だれのことで困っていますか")?;
        resident.taps_on(list)?;
        resident.stands_before(list)?;
        resident.unfolds_all()?;
        look(list)?;
        // A window's page was seen before; a trouble's and a measure's are of their own make.
        if list != "窓口の名前から見る" {
            resident.browser().find("#app .field .link")?.click()?;
            let opened = resident.goes_on_from(list)?;
            look(&format!("page of 「{opened}」"))?;
            resident.browser().back()?;
            resident.stands_before(list)?;
        }
        resident.browser().back()?;
    }
    Ok(())
}

fn danger(resident: &Resident, below: &str, look: &mut dyn FnMut(&str) -> Step<()>) -> Step<()> {
    resident.comes_again(&format!("{below}#asaka"))?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("家族のこと")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("家・住まい", "今夜泊まるところがない")])?;
    resident.answers(&[])?;
    look("question below lines for danger")?;
    resident.comes_again(&format!("{below}#asaka;1;a=supporter;n=k01"))?;
    resident.stands_before("まず、ここに話してください")?;
    resident.unfolds_all()?;
    look("suggestions in danger")?;
    resident.comes_again(&format!("{below}#komae;1;n=f01"))?;
    resident.stands_before("まず、ここに話してください")?;
    look("suggestions where nobody may see them")?;
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")?;
    look("to take along where nobody may see it")
}

fn faults(resident: &Resident, below: &str, look: &mut dyn FnMut(&str) -> Step<()>) -> Step<()> {
    resident.comes_again(&format!("{below}#nowhere"))?;
    resident.stands_before("この町の案内は、まだありません。")?;
    look("town that is not served")?;
    resident.comes_again(&format!("{below}#asaka;cut"))?;
    resident.stands_before("前の答えを、読めませんでした。")?;
    look("link that was cut")?;
    let show = "document.getElementById('broken').hidden = false; document.getElementById('app').hidden = true";
    resident.browser().run(show, &[])?;
    look("program that broke")
}
