//! What is said of a town in the town's own names: they stand in its sheets, never here.

use crate::phrases::{common, results};
use navigator::{Catalog, Day, Town};

/// The house whose switchboard it is, as 朝霞市役所 of the entry 「朝霞市役所（代表）」.
#[must_use]
pub fn hall(catalog: &Catalog) -> &str {
    let name = &catalog.entry(catalog.town.switchboard).name;
    name.split_once('（').map_or(&**name, |(house, _)| house)
}

/// Who publishes the site for the town, or that it is not settled; where it is settled whom to tell of a fault, the sentence
/// ends before [`Town::contact`].
#[must_use]
pub fn publisher(town: &Town) -> String {
    let operator = if town.operator.is_empty() {
        common::PUBLISHER_UNKNOWN.text().to_owned()
    } else {
        common::PUBLISHER.with(&[("operator", &town.operator)])
    };
    let contact = match (town.operator.is_empty(), town.contact.is_empty()) {
        (true, true) => return common::NOBODY_SETTLED.text().to_owned(),
        (false, true) => common::CONTACT_UNKNOWN,
        (_, false) => common::CONTACT,
    };
    [&operator, contact.text()].concat()
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
    fn who_publishes_and_whom_to_tell_is_said_or_that_it_is_not_settled() {
        let told = |operator: &str, contact: &str| {
            let (operator, contact) = (operator.to_owned(), contact.to_owned());
            publisher(&Town {
                operator,
                contact,
                ..Town::default()
            })
        };
        assert_eq!(told("", ""), common::NOBODY_SETTLED.text());
        let both = "このサイトは、福祉の会が出しています。まちがいに気づいたら、知らせてください: ";
        assert_eq!(told("福祉の会", "a@example.jp"), both);
        assert!(told("福祉の会", "").ends_with(common::CONTACT_UNKNOWN.text()));
        assert!(told("", "a@example.jp").starts_with(common::PUBLISHER_UNKNOWN.text()));
    }

    #[test]
    fn nobody_is_sent_to_a_window_that_is_no_more() {
        let mut catalog = catalog();
        catalog.entries[1].valid_until = Some(Day::default().plus(-1));
        assert_eq!(when_sent_on(&catalog, Day::default()), None);
        assert_eq!(when_sent_on(&Catalog::default(), Day::default()), None);
    }
}
