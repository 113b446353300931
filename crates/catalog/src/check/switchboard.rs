//! The switchboard that a town's settings name is one of its shown windows.

use crate::fault::Faults;
use crate::town::TownSheets;

/// Checks that it is there.
pub fn check_switchboard(town: &TownSheets, faults: &mut Faults) {
    let settings = &town.settings;
    let is_sure = settings.whole().is_some() && town.entries.whole().is_some();
    let named = |id: &String| *id == settings.switchboard;
    match town.entries.iter().find(|row| named(&row.id)) {
        Some(row) if !row.published => {
            let what = "代表番号の窓口が公開になっていません";
            faults.add(
                &town.sheet("entries.csv"),
                row.row,
                "状態",
                what,
                "「公開」にします",
            );
        }
        None if is_sure => {
            let what = format!(
                "「{}」という窓口が entries.csv にありません",
                settings.switchboard
            );
            let mend = "代表番号を持つ行の id を書きます";
            let (sheet, row) = (town.sheet("town.toml"), settings.switchboard_row);
            faults.add(&sheet, row, "switchboard", what, mend);
        }
        _ => {}
    }
}
