//! A town's own sheets: its windows and services, hours, plan, parts of town and settings.

mod areas;
mod hours;
mod notices;
mod plan;
mod settings;
mod spelling;

pub use areas::AreaRow;
pub use notices::NoticeRow;
pub use plan::{LEVELS, OWNERS, PlanRow};
pub use settings::TownSettings;
pub use spelling::Words;

use crate::entry::{EntryRow, EntryText, KnownSources, NamedHours, read_entry};
use crate::fault::Faults;
use crate::knowledge::{Knowledge, Reach};
use crate::sheets::{Columns, Seen, Sheet};
use crate::sources::Sources;

/// What only lines have: a town's windows serve the town.
const COLUMNS: Columns = Columns {
    without: &["地域", "町"],
    optional: &["やさしい名前のよみ", "番号の補足", "緯度", "経度", "英語名"],
};

/// Everything under `catalog/towns/<id>`.
#[derive(Debug)]
pub struct TownSheets {
    /// The folder, as `towns/asaka`.
    pub folder: String,
    /// Settings.
    pub settings: Seen<TownSettings>,
    /// Windows and services.
    pub entries: Seen<Vec<EntryRow>>,
    /// Parts of town.
    pub areas: Seen<Vec<AreaRow>>,
    /// The plan.
    pub plan: Seen<Vec<PlanRow>>,
    /// Publications that its facts come from.
    pub sources: KnownSources,
    /// Hours that have a name.
    pub hours: NamedHours,
    /// What holds from one day to another.
    pub notices: Vec<NoticeRow>,
}

/// The columns of its windows that other sheets look at.
const LOOKED_AT: [&str; 4] = ["id", "種類", "施策", "状態"];

impl TownSheets {
    /// Reads all of a town's sheets, noting every fault.
    pub fn read(sources: &Sources, knowledge: &Knowledge, id: &str, faults: &mut Faults) -> Self {
        let folder = format!("towns/{id}");
        let own_sources = knowledge.sources.and_of(&folder, sources, faults);
        let name = format!("{folder}/entries.csv");
        let mut sheet = Sheet::read_with(COLUMNS, sources, &name, faults);
        sheet.must_have_rows(faults);
        sheet.check_ids("id", |entry: &EntryText| &entry.id, faults);
        let written: Vec<&str> = sheet.rows().map(|row| &*row.cells.open).collect();
        let named_hours = hours::read(sources, &folder, (&own_sources, &written), faults);
        let known = knowledge.known(&named_hours, &own_sources);
        let entries = sheet.rows().map(|row| read_entry(&row, &known, faults));
        let entries = entries.collect();
        Self {
            entries: sheet.seen(entries, &LOOKED_AT, faults),
            settings: settings::read(sources, id, faults),
            areas: areas::read(sources, &folder, faults),
            plan: plan::read(sources, &folder, faults),
            notices: notices::read(sources, &folder, &known, faults),
            sources: own_sources.clone(),
            hours: named_hours.clone(),
            folder,
        }
    }

    /// True if its people may call a line of this reach.
    #[must_use]
    pub fn is_served_by(&self, reach: &Reach) -> bool {
        let id = self.folder.trim_start_matches("towns/");
        reach.covers(id, &self.settings.prefecture)
    }

    /// The name of a sheet of this town.
    #[must_use]
    pub fn sheet(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }
}
