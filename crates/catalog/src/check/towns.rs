//! Towns beside each other: each is one, by its name.

use crate::fault::Faults;
use crate::town::TownSheets;

/// Two towns of one name in one prefecture are one that was copied.
pub fn check_towns(towns: &[TownSheets], faults: &mut Faults) {
    for (at, town) in towns.iter().enumerate() {
        let own = &town.settings;
        let is_same = |other: &&TownSheets| {
            other.settings.name == own.name && other.settings.prefecture == own.prefecture
        };
        if let Some(other) = towns[..at]
            .iter()
            .find(is_same)
            .filter(|_| !own.name.is_empty())
        {
            let what = format!(
                "「{}」は {} にもあります",
                own.name,
                other.sheet("town.toml")
            );
            let mend = "写したフォルダーなら、消します。別の町なら、名前を直します";
            faults.add(&town.sheet("town.toml"), 0, "name", what, mend);
        }
    }
}
