//! Every text that a resident may see, with the place where it is written: those of the compiled catalogs, and what
//! else the caller says is shown.

use super::split::is_han;
use crate::compile::Compiled;
use navigator::{Asker, Catalog, Entry, Level};
use std::collections::HashSet;

/// A text with kanji.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// Where it is written, for staff: `towns/asaka/entries.csv の asaka-hoiku「すること」`.
    pub place: String,
    /// How the sheet itself says that all of it is read; empty where it does not.
    pub reading: String,
}

/// Texts with kanji, each once, in the order of their places. `others` are those that the app itself shows, as place and
/// text.
#[must_use]
pub fn shown(towns: &[Compiled], others: &[(String, String)]) -> Vec<Shown> {
    let mut all = Collected::default();
    for town in towns {
        all.town(&town.catalog);
    }
    for (place, text) in others {
        all.add(text, place);
    }
    for (text, place) in made_of_numbers() {
        all.add(&text, place);
    }
    all.texts
}

#[derive(Default)]
struct Collected {
    texts: Vec<Shown>,
    seen: HashSet<(String, String)>,
}

impl Collected {
    fn add(&mut self, text: &str, place: impl Into<String>) {
        self.add_read(text, "", place);
    }

    fn add_read(&mut self, text: &str, reading: &str, place: impl Into<String>) {
        if text.chars().any(is_han) && self.seen.insert((text.to_owned(), reading.to_owned())) {
            let (text, reading) = (text.to_owned(), reading.to_owned());
            self.texts.push(Shown {
                text,
                place: place.into(),
                reading,
            });
        }
    }

    fn town(&mut self, catalog: &Catalog) {
        let town = &catalog.town;
        let settings = format!("towns/{}/town.toml", town.id);
        for text in [&town.name, &town.prefecture, &town.plan_title]
            .into_iter()
            .chain(&town.credits)
        {
            self.add(text, &settings);
        }
        for field in &catalog.fields {
            self.add(&field.name, "knowledge/fields.csv「見せる名前」");
            self.add(&field.examples, "knowledge/fields.csv「例」");
        }
        for need in &catalog.needs {
            for text in need.text.written() {
                self.add(text, format!("knowledge/needs.csv の {}「言葉」", need.id));
            }
            self.add(
                &need.plain,
                format!("knowledge/needs.csv の {}「やさしい言葉」", need.id),
            );
        }
        for question in &catalog.questions {
            let options = question.options.iter().map(|option| &option.text);
            for text in [&question.text, &question.why].into_iter().chain(options) {
                for asker in Asker::ALL {
                    self.add(
                        text.to(asker),
                        format!("knowledge/questions.toml の {}", question.id),
                    );
                }
            }
        }
        for kind in &catalog.kinds {
            self.add(
                &kind.plain,
                format!("knowledge/kinds.csv の {}「やさしい名前」", kind.id),
            );
        }
        for text in &catalog.kind_fields {
            self.add(text, "knowledge/kinds.csv「分野」");
        }
        for rule in &catalog.rules {
            self.add(&rule.words, format!("knowledge/rules.toml の {}", rule.id));
        }
        for entry in &catalog.entries {
            self.entry(entry, &town.id);
        }
        self.beside_entries(catalog);
        self.notices(catalog);
    }

    /// Sources, parts of town and the plan.
    fn beside_entries(&mut self, catalog: &Catalog) {
        let town = &catalog.town;
        for source in &catalog.sources {
            for text in [&source.publisher, &source.title] {
                self.add(text, "sources.csv");
            }
        }
        for area in &catalog.areas {
            let place = format!("towns/{}/areas.csv の {}", town.id, area.name);
            self.add_read(area.short_name(), &area.reading, &place);
            self.add(&area.ward, &place);
            self.add(&area.district, &place);
        }
        for item in &catalog.plan {
            let place = format!("towns/{}/plan.csv の {}", town.id, item.id);
            self.add(&item.name, &place);
            self.add(&item.owner, &place);
        }
    }

    fn notices(&mut self, catalog: &Catalog) {
        for notice in &catalog.notices {
            let place = format!("towns/{}/notices.csv の {}", catalog.town.id, notice.id);
            let texts = [
                &notice.title,
                &notice.text,
                &notice.who,
                &notice.how,
                &notice.place,
            ];
            for text in texts {
                self.add(text, &place);
            }
        }
    }

    fn entry(&mut self, entry: &Entry, town: &str) {
        let sheet = match entry.level {
            Level::Town => format!("towns/{town}/entries.csv"),
            Level::Shared | Level::Prefecture | Level::Nation => "knowledge/lines.csv".to_owned(),
        };
        let place = |column: &str| format!("{sheet} の {}「{column}」", entry.id);
        self.add_read(&entry.name, &entry.reading, place("名前"));
        self.add_read(&entry.plain, &entry.plain_reading, place("やさしい名前"));
        let channels = &entry.channels;
        let texts = [
            (&entry.what, "すること"),
            (&entry.who, "使える人"),
            (&entry.area, "区域"),
            (&channels.fax, "FAX"),
            (&channels.chat, "チャット"),
            (&channels.address, "住所"),
            (&channels.access, "行き方"),
            (&entry.hours.text, "受付時間"),
            (&entry.hours.note, "時間の補足"),
            (&entry.number_note, "番号の補足"),
            (&entry.reservation, "予約"),
            (&entry.cost, "費用"),
            (&entry.bring, "持ち物"),
            (&entry.say, "最初に言うこと"),
        ];
        for (text, column) in texts {
            self.add(text, place(column));
        }
        let lists = [(&entry.askers, "相談できる人"), (&entry.languages, "言語")];
        for other in &channels.other_phones {
            self.add(&other.note, place("ほかの番号"));
        }
        for (texts, column) in lists {
            for text in texts {
                self.add(text, place(column));
            }
        }
    }
}

/// What the screens put together of numbers and words: no source holds these as one text.
fn made_of_numbers() -> Vec<(String, &'static str)> {
    let months = (1..=12).map(|month| {
        (
            format!("2026年{month}月3日に確かめました。"),
            "画面の日付（確認日）",
        )
    });
    let days = (1..=31).map(|day| {
        (
            format!("次は、11月{day}日（日）8:45に開きます。"),
            "画面の日付（次に開く日）",
        )
    });
    months.chain(days).collect()
}
