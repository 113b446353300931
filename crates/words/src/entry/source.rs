//! How sure the facts are, whom it serves, and which of the plan's measures it carries out.

use crate::Phrase;
use crate::hours::{date, loose_date};
use crate::phrases::{common, entry as say, hours};
use navigator::{Asker, Catalog, Confidence, Day, Entry, Freshness, Level, Part};

/// How sure the facts are on this day: people need it to judge, and staff to mend.
#[must_use]
pub fn source(catalog: &Catalog, entry: &Entry, today: Day) -> String {
    let level = match entry.level {
        Level::Town => String::new(),
        Level::Shared => say::SHARED.with(&[("town", &catalog.town.name)]),
        Level::Prefecture => say::PREFECTURE.with(&[("prefecture", &catalog.town.prefecture)]),
        Level::Nation => say::NATION.text().to_owned(),
    };
    let checked = match entry.checked {
        None => say::NOT_CHECKED.text().to_owned(),
        Some(day) => {
            let sentence = match entry.freshness(today) {
                Freshness::Checked => say::CHECKED,
                Freshness::Stale | Freshness::Unchecked => say::STALE,
            };
            sentence.with(&[("date", &date(day))])
        }
    };
    let doubt = match entry.confidence {
        Confidence::High => "",
        Confidence::Medium => say::DOUBT_MEDIUM.text(),
        Confidence::Low => say::DOUBT_LOW.text(),
    };
    [&level, &checked, doubt, &inferred(entry)].concat()
}

/// What no source says of it, by name.
fn inferred(entry: &Entry) -> String {
    let names: Vec<&str> = Part::ALL
        .into_iter()
        .filter(|&part| entry.inferred.has(part))
        .map(|part| name(part).text())
        .collect();
    if names.is_empty() {
        return String::new();
    }
    say::INFERRED.with(&[("names", &names.join(common::LIST_BETWEEN.text()))])
}

fn name(part: Part) -> Phrase {
    match part {
        Part::What => say::INFERRED_WHAT,
        Part::Name => say::INFERRED_NAME,
        Part::Who => say::WHO,
        Part::Askers => say::ASKERS,
        Part::Phone => say::INFERRED_PHONE,
        Part::Hours => hours::LABEL,
        Part::Place => say::ADDRESS,
        Part::Reservation => say::RESERVATION,
        Part::Cost => say::COST,
        Part::Bring => say::BRING,
        Part::Measures => say::INFERRED_MEASURES,
    }
}

/// What a card says of it in few words: that nobody has checked it lately, and of which year the source is. Nothing where
/// there is no such thing to say.
#[must_use]
pub fn card_mark(catalog: &Catalog, entry: &Entry, today: Day) -> Option<String> {
    let mark = match entry.freshness(today) {
        Freshness::Checked => return None,
        Freshness::Stale => return Some(say::CARD_STALE.text().to_owned()),
        Freshness::Unchecked if entry.channels.phone.is_empty() => say::CARD_NOT_CHECKED_NO_NUMBER,
        Freshness::Unchecked => say::CARD_NOT_CHECKED,
    };
    let source = entry.source.and_then(|id| catalog.sources.get(id.index()));
    let date = match source {
        _ if !entry.source_date.is_empty() => &entry.source_date,
        Some(source) => &source.date,
        None => "",
    };
    let year = date.split('-').next().unwrap_or_default();
    let of_date = if year.is_empty() {
        String::new()
    } else {
        say::CARD_OF_DATE.with(&[("date", &loose_date(year))])
    };
    Some([mark.text(), &of_date].concat())
}

/// What a helper may do here, and whether a name is needed; nothing where the source does not say it.
#[must_use]
pub fn askers(entry: &Entry, asker: Asker) -> Option<String> {
    let may = |who: &str| entry.askers.iter().any(|one| one == who);
    let helper = match asker {
        Asker::Family if may("家族") => say::FAMILY_MAY.text(),
        Asker::Supporter if may("支える人") => say::SUPPORTER_MAY.text(),
        _ => "",
    };
    let nameless = if may("匿名") {
        say::NAMELESS_MAY.text()
    } else {
        ""
    };
    let sentence = [helper, nameless].concat();
    (!sentence.is_empty()).then_some(sentence)
}

/// The plan's measures that it carries out, in the plan's words.
#[must_use]
pub fn measures(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let measures: Vec<&str> = entry
        .measures
        .iter()
        .filter_map(|measure| catalog.plan.get(measure.index()))
        .map(|measure| measure.name.as_str())
        .collect();
    let measures = measures.join(common::QUOTED_BETWEEN.text());
    let town = &catalog.town.name;
    (!measures.is_empty()).then(|| say::MEASURES.with(&[("town", town), ("measures", &measures)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{PlanItem, PlanItemId};

    fn catalog() -> Catalog {
        let mut catalog = Catalog::default();
        catalog.town.name = "朝霞市".to_owned();
        catalog.town.prefecture = "埼玉県".to_owned();
        catalog.plan = ["相談", "交流"]
            .map(|name| PlanItem {
                name: name.to_owned(),
                ..PlanItem::default()
            })
            .into();
        catalog
    }

    fn today() -> Day {
        Day::from_civil(2026, 11, 24).unwrap()
    }

    #[test]
    fn what_nobody_has_checked_says_so() {
        let (catalog, mut entry) = (catalog(), Entry::default());
        let told = source(&catalog, &entry, today());
        assert_eq!(told, say::NOT_CHECKED.text());
        let mark = card_mark(&catalog, &entry, today());
        assert_eq!(
            mark.as_deref(),
            Some(say::CARD_NOT_CHECKED_NO_NUMBER.text())
        );
        entry.channels.phone = "189".to_owned();
        entry.source_date = "2025-07".to_owned();
        let mark = card_mark(&catalog, &entry, today());
        assert_eq!(
            mark.as_deref(),
            Some("まだ人が確かめていない番号です（資料 2025年）")
        );
        entry.checked = Some(today().plus(-180));
        assert_eq!(card_mark(&catalog, &entry, today()), None);
        assert!(!source(&catalog, &entry, today()).contains("半年"));
        entry.checked = Some(today().plus(-181));
        let mark = card_mark(&catalog, &entry, today());
        assert_eq!(mark.as_deref(), Some(say::CARD_STALE.text()));
        assert!(source(&catalog, &entry, today()).contains("半年"));
    }

    #[test]
    fn what_we_wrote_ourselves_is_told_apart() {
        let mut entry = Entry {
            checked: Some(today()),
            ..Entry::default()
        };
        entry.inferred = [Part::Cost, Part::What].into_iter().collect();
        let told = source(&catalog(), &entry, today());
        assert!(
            told.ends_with("考えて書いたこと: できること、お金。"),
            "{told}"
        );
    }

    #[test]
    fn a_card_says_it_in_twenty_letters() {
        let words = [
            say::CARD_NOT_CHECKED,
            say::CARD_NOT_CHECKED_NO_NUMBER,
            say::CARD_STALE,
        ];
        for short in words {
            assert!(short.text().chars().count() <= 20, "{}", short.text());
        }
    }

    #[test]
    fn a_prefectures_window_is_named_by_its_prefecture() {
        let entry = Entry {
            level: Level::Prefecture,
            checked: Day::from_civil(2026, 11, 2),
            confidence: Confidence::Medium,
            ..Entry::default()
        };
        let sentence = "埼玉県の窓口です。2026年11月2日に、人が公式ページで確かめました。資料が少し古いことがあります。";
        assert_eq!(source(&catalog(), &entry, today()), sentence);
    }

    #[test]
    fn a_window_of_several_towns_says_so() {
        let entry = Entry {
            level: Level::Shared,
            ..Entry::default()
        };
        let sentence = source(&catalog(), &entry, today());
        assert!(
            sentence.starts_with("朝霞市と、近くの市や町のための窓口です。"),
            "{sentence}"
        );
    }

    #[test]
    fn a_helper_is_told_only_what_the_source_says() {
        let mut entry = Entry::default();
        assert_eq!(askers(&entry, Asker::Family), None);
        entry.askers = vec!["家族".to_owned(), "匿名".to_owned()];
        let told = |asker| askers(&entry, asker);
        assert_eq!(
            told(Asker::Myself).as_deref(),
            Some(say::NAMELESS_MAY.text())
        );
        assert_eq!(told(Asker::Supporter), told(Asker::Myself));
        let both = "ご家族からも相談できます。名前を言わなくても相談できます。";
        assert_eq!(told(Asker::Family).as_deref(), Some(both));
    }

    #[test]
    fn measures_stand_in_the_plans_words() {
        let mut entry = Entry::default();
        assert_eq!(measures(&catalog(), &entry), None);
        entry.measures = vec![PlanItemId(0), PlanItemId(1)];
        let sentence = "朝霞市の計画の施策「相談」「交流」の窓口です。";
        assert_eq!(measures(&catalog(), &entry).as_deref(), Some(sentence));
    }
}
