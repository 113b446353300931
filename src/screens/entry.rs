//! One entry's own page: all that is known of it.

use crate::dom::{El, el_of, heading, p};
use crate::parts::{about, facts, title};
use navigator::{Catalog, EntryId};

pub fn draw(catalog: &Catalog, id: EntryId) -> Vec<El> {
    let entry = catalog.entry(id);
    let mut page = title(entry, heading(""));
    if !entry.reading.is_empty() {
        page.push(p("reading", &entry.reading));
    }
    page.extend(about(catalog, entry));
    page.extend(facts(entry));
    let measures: Vec<&str> = entry
        .measures
        .iter()
        .filter_map(|measure| catalog.plan.get(measure.index()))
        .map(|measure| measure.name.as_str())
        .collect();
    if !measures.is_empty() {
        let measures = measures.join("」「");
        page.push(p(
            "source",
            &[&catalog.town.name, "の施策「", &measures, "」の窓口です。"].concat(),
        ));
    }
    vec![
        super::back_link(),
        el_of("article", "card first").children(page),
    ]
}
