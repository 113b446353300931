//! How sure the facts are, whom it serves, and which of the plan's measures it carries out.

use crate::hours::date;
use crate::phrases::{common, entry as say};
use navigator::{Asker, Catalog, Confidence, Entry, Level};

/// How sure the facts are: people need it to judge, and staff to mend.
#[must_use]
pub fn source(catalog: &Catalog, entry: &Entry) -> String {
    let level = match entry.level {
        Level::Town => String::new(),
        Level::Shared => say::SHARED.with(&[("town", &catalog.town.name)]),
        Level::Prefecture => say::PREFECTURE.with(&[("prefecture", &catalog.town.prefecture)]),
        Level::Nation => say::NATION.text().to_owned(),
    };
    let checked = match entry.checked {
        Some(day) => say::CHECKED.with(&[("date", &date(day))]),
        None => say::NOT_CHECKED.text().to_owned(),
    };
    let doubt = match entry.confidence {
        Confidence::High => "",
        Confidence::Medium => say::DOUBT_MEDIUM.text(),
        Confidence::Low => say::DOUBT_LOW.text(),
    };
    [&level, &checked, doubt].concat()
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
    use navigator::{Day, PlanItem, PlanItemId};

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

    #[test]
    fn what_nobody_has_checked_says_so() {
        let sentence = "まだ人が公式ページで確かめていません。";
        assert_eq!(source(&catalog(), &Entry::default()), sentence);
    }

    #[test]
    fn a_prefectures_window_is_named_by_its_prefecture() {
        let entry = Entry {
            level: Level::Prefecture,
            checked: Day::from_civil(2026, 11, 2),
            confidence: Confidence::Medium,
            ..Entry::default()
        };
        let sentence =
            "埼玉県の窓口です。2026年11月2日に確かめました。資料が少し古いことがあります。";
        assert_eq!(source(&catalog(), &entry), sentence);
    }

    #[test]
    fn a_window_of_several_towns_says_so() {
        let entry = Entry {
            level: Level::Shared,
            ..Entry::default()
        };
        let sentence = source(&catalog(), &entry);
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
