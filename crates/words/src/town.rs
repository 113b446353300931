//! What is said of a town in the town's own names: they stand in its sheets, never here.

use crate::phrases::results;
use navigator::{Catalog, Day};

/// The house whose switchboard it is, as 朝霞市役所 of the entry 「朝霞市役所（代表）」.
#[must_use]
pub fn hall(catalog: &Catalog) -> &str {
    let name = &catalog.entry(catalog.town.switchboard).name;
    name.split_once('（').map_or(&**name, |(house, _)| house)
}

/// What to say at the switchboard after one desk has sent on to the next: the name of the joined-up window. Nothing where
/// the town has none on this day. Not for violence: who answers a switchboard may know the one who is feared.
#[must_use]
pub fn when_sent_on(catalog: &Catalog, today: Day) -> Option<String> {
    let joined_up = catalog.kinds.get(catalog.joined_up.index())?;
    let mut entries = joined_up.entries.iter().map(|&id| catalog.entry(id));
    let window = entries.find(|entry| entry.is_valid_on(today))?;
    let values = [("hall", hall(catalog)), ("joined_up", &window.name)];
    Some(results::FAILS_HALL.with(&values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Entry, EntryId, Kind, KindId};

    fn catalog() -> Catalog {
        let entry = |name: &str| Entry {
            name: name.to_owned(),
            ..Entry::default()
        };
        Catalog {
            entries: vec![entry("狛江市役所（代表）"), entry("福祉総合相談窓口")],
            kinds: vec![Kind {
                entries: vec![EntryId(1)],
                ..Kind::default()
            }],
            joined_up: KindId(0),
            ..Catalog::default()
        }
    }

    #[test]
    fn whoever_is_sent_on_asks_for_the_towns_own_joined_up_window() {
        let sentence = when_sent_on(&catalog(), Day::default()).unwrap();
        assert!(sentence.contains("狛江市役所の代表に「福祉総合相談窓口につないで"));
    }

    #[test]
    fn nobody_is_sent_to_a_window_that_is_no_more() {
        let mut catalog = catalog();
        catalog.entries[1].valid_until = Some(Day::default().plus(-1));
        assert_eq!(when_sent_on(&catalog, Day::default()), None);
        assert_eq!(when_sent_on(&Catalog::default(), Day::default()), None);
    }
}
