//! The knowledge and a town's own part become one catalog, worded as the town writes.

use super::texts;
use crate::model::{Catalog, KnowledgePart, TownPart};

/// The catalog of a town; `None` if the part does not fit the knowledge, or the two are not sound together.
///
/// What a browser loads and what staff see are joined here alike.
#[must_use]
pub fn join(mut shared: KnowledgePart, part: TownPart) -> Option<Catalog> {
    if part.by_kind.len() != shared.kinds.len() {
        return None;
    }
    texts::worded(&mut shared, &mut |text| *text = part.spelling.apply(text));
    let mut entries = part.entries;
    let own = entries.len().checked_sub(part.lines.len())?;
    let lines = entries.split_off(own);
    entries.append(&mut shared.lines);
    for (place, line) in part.lines.iter().zip(lines) {
        if place.index() > entries.len() {
            return None;
        }
        entries.insert(place.index(), line);
    }
    for (kind, entries) in shared.kinds.iter_mut().zip(part.by_kind) {
        kind.entries = entries;
    }
    shared.sources.extend(part.sources);
    let catalog = Catalog {
        version: part.version,
        town: part.town,
        fields: shared.fields,
        needs: shared.needs,
        questions: shared.questions,
        kind_fields: shared.kind_fields,
        kinds: shared.kinds,
        rules: shared.rules,
        fallback: shared.fallback,
        joined_up: shared.joined_up,
        giving: shared.giving,
        strain: shared.strain,
        always: part.always,
        entries,
        sources: shared.sources,
        areas: part.areas,
        plan: part.plan,
        notices: part.notices,
        holidays: shared.holidays,
    };
    catalog.is_sound().then_some(catalog)
}

/// The two parts of a catalog that was made by hand: its entries are all the town's, and nothing is worded otherwise.
#[must_use]
pub fn split(catalog: &Catalog) -> (KnowledgePart, TownPart) {
    let catalog = catalog.clone();
    let mut kinds = catalog.kinds;
    let by_kind = kinds
        .iter_mut()
        .map(|kind| std::mem::take(&mut kind.entries));
    let part = TownPart {
        version: catalog.version,
        town: catalog.town,
        entries: catalog.entries,
        sources: catalog.sources,
        by_kind: by_kind.collect(),
        always: catalog.always,
        areas: catalog.areas,
        plan: catalog.plan,
        notices: catalog.notices,
        ..TownPart::default()
    };
    let knowledge = KnowledgePart {
        fields: catalog.fields,
        needs: catalog.needs,
        questions: catalog.questions,
        kind_fields: catalog.kind_fields,
        kinds,
        rules: catalog.rules,
        fallback: catalog.fallback,
        joined_up: catalog.joined_up,
        giving: catalog.giving,
        strain: catalog.strain,
        lines: Vec::new(),
        sources: Vec::new(),
        holidays: catalog.holidays,
    };
    (knowledge, part)
}
