//! `catalog search`: troubles, windows and measures that a typed text speaks of, as the app finds them.

use navigator::{Catalog, Day, NeedId, Place, Search};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// Text in Unicode's compatibility form, which the browser makes in the app.
#[must_use]
pub fn compatible(text: &str) -> String {
    text.nfkc().collect()
}

/// What was found, best first.
#[derive(Debug, Serialize)]
pub struct Found<'a> {
    needs: Vec<FoundNeed<'a>>,
    entries: Vec<FoundEntry<'a>>,
    measures: Vec<FoundMeasure<'a>>,
    /// The trouble for which the lines for danger are shown.
    danger: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct FoundNeed<'a> {
    need: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct FoundEntry<'a> {
    entry: &'a str,
    name: &'a str,
    phone: &'a str,
}

#[derive(Debug, Serialize)]
struct FoundMeasure<'a> {
    measure: &'a str,
    name: &'a str,
}

impl<'a> Found<'a> {
    /// By what was typed, as it is shown on this day.
    #[must_use]
    pub fn by(catalog: &'a Catalog, text: &str, today: Day) -> Self {
        let found = Search::of(catalog, today).found(&compatible(text));
        let id_of = |id: NeedId| catalog.need(id).id.as_str();
        let need = |&id| FoundNeed {
            need: id_of(id),
            text: &catalog.need(id).text.myself,
        };
        let (mut entries, mut measures) = (Vec::new(), Vec::new());
        for place in found.places {
            match place {
                Place::Entry(id) => {
                    let entry = catalog.entry(id);
                    entries.push(FoundEntry {
                        entry: &entry.id,
                        name: &entry.name,
                        phone: &entry.channels.phone,
                    });
                }
                Place::Measure(id) => {
                    let item = catalog.plan.get(id.index());
                    measures.extend(item.map(|item| FoundMeasure {
                        measure: &item.id,
                        name: &item.name,
                    }));
                }
            }
        }
        Self {
            needs: found.needs.iter().map(need).collect(),
            entries,
            measures,
            danger: found.danger.map(id_of),
        }
    }

    /// As lines.
    #[must_use]
    pub fn words(&self) -> String {
        let needs = self.needs.iter().map(|one| (one.need, one.text));
        let entries = self.entries.iter().map(|one| (one.entry, one.name));
        let measures = self.measures.iter().map(|one| (one.measure, one.name));
        let danger = self
            .danger
            .map(|need| format!("きけんの電話が先に出ます（{need}）\n"));
        danger.unwrap_or_default()
            + &section("困りごと", needs)
            + &section("窓口・サービス", entries)
            + &section("計画の施策", measures)
    }
}

fn section<'a>(heading: &str, found: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let lines: String = found
        .map(|(id, words)| format!("  {id} {words}\n"))
        .collect();
    let none = if lines.is_empty() { ": なし" } else { "" };
    format!("{heading}{none}\n{lines}")
}
