//! A licence that asks for thanks gets them: on every page of each town that shows something of such a source.

use crate::entry::{EntryRow, SourceRow};
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::town::{TownSettings, TownSheets};

/// Notes sources with a licence, of rows that the town shows, that its `town.toml` does not thank.
pub fn check_credits(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let Some(settings) = town.settings.whole() else {
        return;
    };
    let lines = knowledge.lines.iter();
    let lines = lines.filter(|(reach, _)| town.is_served_by(reach));
    let rows = town.entries.iter().chain(lines.map(|(_, row)| row));
    let notices = town.notices.iter().filter(|row| row.published);
    let sources = rows.filter(|row| row.published).flat_map(sources_of);
    let sources = sources.chain(notices.flat_map(|row| &row.sources));
    let mut told: Vec<&str> = Vec::new();
    for named in sources.filter(|named| !named.licence.is_empty() && !thanks(settings, named)) {
        let publisher = named.source.publisher.as_str();
        if told.contains(&publisher) {
            continue;
        }
        told.push(publisher);
        let licence = &named.licence;
        let what = format!("出典の「{publisher}」（{licence}）へのお礼がありません");
        let mend = format!(
            "[[credits]] に、license が「{licence}」で、text に「{publisher}」とあるものを足します"
        );
        faults.add(&town.sheet("town.toml"), 0, "credits", what, mend);
    }
}

fn sources_of(row: &EntryRow) -> impl Iterator<Item = &SourceRow> {
    row.sources.iter()
}

fn thanks(settings: &TownSettings, named: &SourceRow) -> bool {
    let mut credits = settings.credits.iter();
    credits.any(|credit| {
        credit.license == named.licence && credit.text.contains(&named.source.publisher)
    })
}
