//! A town's switchboard: the row that the settings name is one of its shown windows, with a number of the town's own that
//! every row of the switchboard shares. Every page of the town dials it.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::official::SWITCHBOARD_KIND;
use crate::phone::Phone;
use crate::town::TownSheets;
use navigator::{Confidence, Expr, Via};
use std::collections::BTreeMap;

/// Checks that it is there, and is one.
pub fn check_switchboard(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let settings = &town.settings;
    let sheet = town.sheet("entries.csv");
    let Some(row) = named(town) else {
        if settings.whole().is_some() && town.entries.whole().is_some() {
            let id = &settings.switchboard;
            let what = format!("「{id}」という窓口が entries.csv にありません");
            let mend = "代表番号を持つ行の id を書きます";
            let (sheet, row) = (town.sheet("town.toml"), settings.switchboard_row);
            faults.add(&sheet, row, "switchboard", what, mend);
        }
        return;
    };
    if !row.published {
        let what = "代表番号の窓口が公開になっていません";
        faults.add(&sheet, row.row, "状態", what, "「公開」にします");
    }
    if is_another(knowledge, town, row) {
        let what = format!("「{}」は、代表番号の窓口の行ではありません", row.id);
        let mend = format!(
            "種類に {SWITCHBOARD_KIND} があり、電話の種類が「代表」で、市が運営する行の id を書きます"
        );
        let (sheet, row) = (town.sheet("town.toml"), settings.switchboard_row);
        faults.add(&sheet, row, "switchboard", what, mend);
        return;
    }
    check_operator(town, row, faults);
    check_row(knowledge, row, &sheet, faults);
    check_numbers(town, row, &sheet, faults);
}

/// The city runs its own switchboard, by the name that the town has here.
fn check_operator(town: &TownSheets, row: &EntryRow, faults: &mut Faults) {
    let (name, sheet) = (&town.settings.name, town.sheet("town.toml"));
    if row.operator.is_empty() || row.operator.starts_with(name) || faults.are_of(&sheet) {
        return;
    }
    let operator = &row.operator;
    let what = format!("「{name}」は、代表番号の窓口の運営（{operator}）とちがいます");
    let mend = "町の名前を直すか、その行の「運営」を町の名前から始めます";
    faults.add(&sheet, 0, "name", what, mend);
}

fn named(town: &TownSheets) -> Option<&EntryRow> {
    let mut rows = town.entries.iter();
    rows.find(|row| row.id == town.settings.switchboard)
}

/// True if the row is plainly another window. One of its marks may be a slip in the row; two are none.
fn is_another(knowledge: &Knowledge, town: &TownSheets, row: &EntryRow) -> bool {
    let marks = [
        is_of_kind(knowledge, row),
        row.entry.via == Via::Switchboard,
        row.operator.starts_with(&town.settings.name),
    ];
    marks.iter().filter(|&&mark| !mark).count() > 1
}

/// Of a kind that could not be looked up nothing is said.
fn is_of_kind(knowledge: &Knowledge, row: &EntryRow) -> bool {
    let mut kinds = row.kinds.iter();
    !knowledge.kinds.are_whole()
        || kinds.any(|kind| knowledge.kinds[kind.index()].id == SWITCHBOARD_KIND)
}

/// The row's own cells.
fn check_row(knowledge: &Knowledge, row: &EntryRow, sheet: &str, faults: &mut Faults) {
    let is_of_kind = is_of_kind(knowledge, row);
    let mut tell = |column, what: &str, mend: &str| {
        if !faults.are_at(sheet, row.row, column) {
            faults.add(sheet, row.row, column, what, mend);
        }
    };
    match &row.phone {
        None => tell(
            "電話",
            "代表番号の窓口に番号がありません",
            "市役所の代表番号を書きます",
        ),
        Some(phone) if !is_own(knowledge, phone) => {
            let what = format!("{phone} は、町の代表番号になれません");
            tell(
                "電話",
                &what,
                "市外局番から始まる、この町だけの番号を書きます",
            );
        }
        Some(_) => {}
    }
    if !is_of_kind {
        let what = format!("代表番号の窓口の種類に {SWITCHBOARD_KIND} がありません");
        tell("種類", &what, "足します");
    }
    if !row.phone_shown {
        tell("電話を出す", "代表番号が画面に出ません", "「出す」にします");
    }
    if row.entry.fits != Expr::Always {
        let what = "代表番号の窓口に条件があり、出ない人がいます";
        tell("条件", what, "空にします");
    }
    if row.entry.confidence == Confidence::Low {
        let mend = "公式ページで確かめて「高」か「中」にします";
        tell("確かさ", "代表番号を、確かめずに出すことになります", mend);
    }
    for (column, day) in [
        ("有効開始", row.entry.valid_from),
        ("有効終了", row.entry.valid_until),
    ] {
        if day.is_some() {
            tell(column, "代表番号の窓口が、ある日に消えます", "空にします");
        }
    }
}

/// A number of a place that is no line of the country or a prefecture.
fn is_own(knowledge: &Knowledge, phone: &Phone) -> bool {
    let mut lines = knowledge.lines.iter();
    phone.is_of_a_place() && !lines.any(|(_, row)| row.published && has_number(row, phone))
}

fn has_number(row: &EntryRow, phone: &Phone) -> bool {
    let own = row.phone.as_ref().map(Phone::digits);
    own.is_some_and(|digits| digits == phone.digits())
}

/// 代表 is the switchboard's number and the switchboard's number is 代表. Where most rows agree on a number, the one that
/// differs is wrong, be it the switchboard's own.
fn check_numbers(town: &TownSheets, row: &EntryRow, sheet: &str, faults: &mut Faults) {
    let Some(own) = &row.phone else {
        return;
    };
    let mut by_number: BTreeMap<String, usize> = BTreeMap::new();
    for phone in calls(town, row).filter_map(|other| other.phone.as_ref()) {
        *by_number.entry(phone.digits()).or_default() += 1;
    }
    let most = by_number.iter().max_by_key(|(_, count)| **count);
    if let Some((number, count)) = most
        && *count > 1
        && !by_number.contains_key(&own.digits())
    {
        let what =
            format!("{own} は、「代表」と書いたほかの{count}行の番号（{number}）とちがいます");
        faults.add(
            sheet,
            row.row,
            "電話",
            what,
            "市役所の代表番号を確かめて、直します",
        );
        return;
    }
    for other in town.entries.iter().filter(|other| other.row != row.row) {
        check_via(other, own, sheet, faults);
    }
    if row.entry.via != Via::Switchboard && !faults.are_at(sheet, row.row, "電話の種類") {
        let what = "代表番号の窓口の「電話の種類」が「代表」ではありません";
        faults.add(sheet, row.row, "電話の種類", what, "「代表」にします");
    }
}

/// The other rows that say that they are called by the switchboard.
fn calls<'t>(town: &'t TownSheets, row: &EntryRow) -> impl Iterator<Item = &'t EntryRow> {
    let own = row.row;
    let rows = town.entries.iter();
    rows.filter(move |other| other.row != own && other.entry.via == Via::Switchboard)
}

fn check_via(row: &EntryRow, switchboard: &Phone, sheet: &str, faults: &mut Faults) {
    let Some(phone) = &row.phone else {
        return;
    };
    let is_its = phone.digits() == switchboard.digits();
    let (what, mend) = match (is_its, row.entry.via == Via::Switchboard) {
        (true, false) => (
            format!("{phone} は市役所の代表番号です"),
            "「代表」にするか、この窓口の番号に直します",
        ),
        (false, true) => (
            format!("{phone} は市役所の代表番号（{switchboard}）ではありません"),
            "その窓口の番号なら「直通」、受けている団体の番号なら「運営元」にします",
        ),
        _ => return,
    };
    if !faults.are_at(sheet, row.row, "電話の種類") {
        faults.add(sheet, row.row, "電話の種類", what, mend);
    }
}
