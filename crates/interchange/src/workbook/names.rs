//! Ids with the names that people know them by: 「もの忘れ・認知症の相談（ninchisho）」 in the workbook, `ninchisho` in the
//! town's files.

use crate::table::Table;
use catalog::Sources;
use catalog::columns::{self, TABLES};
use std::collections::HashMap;

/// Ids with their names, in the order of their sheets.
#[derive(Clone, Debug, Default)]
pub struct Named {
    all: Vec<(String, String)>,
    by_id: HashMap<String, usize>,
    /// Names that only one id has, and that are no ids themselves.
    by_name: HashMap<String, Option<usize>>,
}

/// All that a workbook names by id.
#[derive(Clone, Debug, Default)]
pub struct Names {
    kinds: Named,
    sources: Named,
    plan: Named,
    entries: Named,
    headings: Named,
}

impl Named {
    fn of<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Self {
        let mut named = Self::default();
        for (id, name) in pairs.into_iter().filter(|(id, _)| !id.is_empty()) {
            let at = named.all.len();
            if named.by_id.insert(id.to_owned(), at).is_none() {
                named.all.push((id.to_owned(), name.to_owned()));
                named.note_name(name, at);
            }
        }
        named
    }

    fn note_name(&mut self, name: &str, at: usize) {
        if !is_like_an_id(name) {
            let only = self.by_name.entry(name.to_owned());
            only.and_modify(|at| *at = None).or_insert(Some(at));
        }
    }

    /// How an id is shown; as it stands if it has no name.
    pub fn shown(&self, id: &str) -> String {
        match self.by_id.get(id) {
            Some(&at) => shown(&self.all[at]),
            None => id.to_owned(),
        }
    }

    /// All as they are shown.
    pub fn all_shown(&self) -> Vec<String> {
        self.all.iter().map(shown).collect()
    }

    /// The id that is meant by a text: by the id itself, by the name with its id, or by a name that only one id has.
    pub fn meant(&self, text: &str) -> Option<&str> {
        let with_id = || {
            let open = text.rfind(['（', '('])?;
            let id = text[open..]
                .trim_start_matches(['（', '('])
                .trim_end_matches(['）', ')']);
            self.by_id.get(id.trim())
        };
        let by_name = || self.by_name.get(text).and_then(Option::as_ref);
        let at = self.by_id.get(text).or_else(with_id).or_else(by_name)?;
        Some(&self.all[*at].0)
    }
}

/// Such a text in a cell is an id, if one of no row.
fn is_like_an_id(text: &str) -> bool {
    let is_of_id = |sign: char| matches!(sign, 'a'..='z' | '0'..='9' | '-' | '_');
    text.chars().all(is_of_id)
}

/// A name that could be taken for two, or that has two lines, is not shown.
fn shown((id, name): &(String, String)) -> String {
    if name.is_empty() || name.contains([';', '；', '\n']) {
        id.clone()
    } else {
        format!("{name}（{id}）")
    }
}

impl Names {
    /// Those of the knowledge, and of a town's tables by file.
    pub fn of(sources: &Sources, town: &dyn Fn(&str) -> Table) -> Self {
        let knowledge = |file: &str| {
            let bytes = sources.get(&format!("knowledge/{file}"));
            bytes
                .and_then(|bytes| Table::read(bytes).ok())
                .unwrap_or_default()
        };
        let (kinds, shared) = (knowledge("kinds.csv"), knowledge("sources.csv"));
        let (own, plan, entries) = (town("sources.csv"), town("plan.csv"), town("entries.csv"));
        let both = own
            .pairs("id", "題名")
            .into_iter()
            .chain(shared.pairs("id", "題名"));
        let headings = TABLES[0].columns.iter().map(|column| (column.heading, ""));
        Self {
            kinds: Named::of(kinds.pairs("id", "やさしい名前")),
            sources: Named::of(both),
            plan: Named::of(plan.pairs("id", "名前")),
            entries: Named::of(entries.pairs("id", "名前")),
            headings: Named::of(headings),
        }
    }

    /// Those that a column names.
    pub fn among(&self, names: columns::Names) -> &Named {
        match names {
            columns::Names::Kinds => &self.kinds,
            columns::Names::Sources => &self.sources,
            columns::Names::Plan => &self.plan,
            columns::Names::Entries => &self.entries,
            columns::Names::Headings => &self.headings,
        }
    }
}
