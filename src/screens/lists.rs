//! Everything there is, without any question: by trouble, by name, by the town's plan. And the pages of one
//! trouble and of one measure.

use super::Town;
use crate::browser;
use crate::dom::{El, button, el, el_of, heading, p};
use crate::parts::fold;
use crate::session::{List, Question, Screen, Session};
use navigator::{
    Answer, Answers, Ask, Catalog, EntryId, NeedId, NeedSet, PlanItemId, PlanLevel, suggest,
};
use std::rc::Rc;

/// How many windows the page of a trouble names; a question finds the right one of more.
const WINDOWS: usize = 8;
/// The rows of the table of kana; small and voiced signs stand behind the plain one.
const KANA: [&str; 10] = [
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよ",
    "らりるれろ",
    "わをん",
];

pub fn draw(session: &Session, catalog: &Rc<Catalog>, list: List) -> Vec<El> {
    let town = Town::new(session, catalog);
    let (title, parts) = match list {
        List::Needs => ("困りごとから見る", town.needs()),
        List::Windows => ("窓口の名前から見る", town.windows()),
        List::Plan => ("町の計画の施策から見る", town.plan()),
    };
    let mut screen = vec![super::back_link(), heading(title)];
    screen.extend(parts);
    screen
}

/// One trouble: who hears it, and the way into the questions.
pub fn need(session: &Session, catalog: &Rc<Catalog>, id: NeedId) -> Vec<El> {
    let town = Town::new(session, catalog);
    let mut needs = NeedSet::default();
    needs.insert(id);
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(needs);
    let now = browser::now();
    let mut outcome = suggest(catalog, &answers, now.day);
    outcome.lead_with_open_lines(catalog, now);
    let windows = outcome.suggestions.iter().take(WINDOWS);
    let begin = session.clone();
    vec![
        super::back_link(),
        heading(&catalog.need(id).words),
        p(
            "",
            "相談できる所です。質問に答えると、もっと合う所が分かります。",
        ),
        button(
            "go",
            "この困りごとで、質問に答える",
            move || {
                begin.change(|said| said.needs = answers.needs.clone());
                begin.go_on_from(Question::new(Ask::Needs));
            },
        ),
        el_of("ul", "rows").children(windows.map(|one| town.row(one.entry))),
    ]
}

/// One measure of the plan: the windows that carry it out.
pub fn measure(session: &Session, catalog: &Rc<Catalog>, id: PlanItemId) -> Vec<El> {
    let town = Town::new(session, catalog);
    let Some(item) = catalog.plan.get(id.index()) else {
        return Vec::new();
    };
    let mut above = Vec::new();
    let mut parent = item.parent;
    while let Some(item) = parent.and_then(|id| catalog.plan.get(id.index())) {
        above.insert(0, &*item.name);
        parent = item.parent;
    }
    let windows = catalog
        .entry_ids()
        .filter(|&entry| catalog.entry(entry).measures.contains(&id));
    vec![
        super::back_link(),
        heading(&item.name),
        p(
            "note",
            &[&catalog.town.plan_title, " ＞ ", &above.join(" ＞ ")].concat(),
        ),
        el("h2").text("この施策の窓口"),
        el_of("ul", "rows").children(windows.map(|entry| town.row(entry))),
    ]
}

impl Town {
    fn needs(&self) -> Vec<El> {
        (0..self.catalog.fields.len())
            .map(|field| {
                let town = self.clone();
                let rows = move || {
                    let ids: Vec<NeedId> = town
                        .catalog
                        .need_ids()
                        .filter(|&id| usize::from(town.catalog.need(id).field) == field)
                        .collect();
                    super::needs_of(&town.session, &town.catalog, &ids)
                };
                fold(&self.catalog.fields[field], None, Box::new(rows))
            })
            .collect()
    }

    fn windows(&self) -> Vec<El> {
        let today = browser::now().day;
        KANA.iter()
            .enumerate()
            .map(|(row, first)| {
                let town = self.clone();
                fold(
                    first,
                    None,
                    Box::new(move || {
                        let reading = |id: &EntryId| &*town.catalog.entry(*id).reading;
                        let mut left: Vec<EntryId> = town
                            .catalog
                            .entry_ids()
                            .filter(|&id| town.catalog.entry(id).is_valid_on(today))
                            .filter(|id| row_of(reading(id)) == row)
                            .collect();
                        let mut rows = Vec::new();
                        // A fold holds few; a sort of its own would weigh more than this.
                        while let Some(&next) = left.iter().min_by_key(|id| reading(id)) {
                            left.retain(|&id| id != next);
                            rows.push(town.row(next));
                        }
                        rows
                    }),
                )
            })
            .collect()
    }

    /// A fold for each part of the plan that has measures, under the heading of its goal.
    fn plan(&self) -> Vec<El> {
        let mut parts = vec![p("", &self.catalog.town.plan_title)];
        let places = 0..u16::try_from(self.catalog.plan.len()).unwrap_or(u16::MAX);
        for above in places.map(PlanItemId) {
            let item = &self.catalog.plan[above.index()];
            if self.measures_below(above).next().is_some() {
                let town = self.clone();
                parts.push(fold(
                    &item.name,
                    None,
                    Box::new(move || {
                        town.measures_below(above)
                            .map(|id| {
                                let name = &town.catalog.plan[id.index()].name;
                                el("li").child(super::way(
                                    &town.session,
                                    "link",
                                    name,
                                    Screen::Measure(id),
                                ))
                            })
                            .collect()
                    }),
                ));
            } else if item.level == PlanLevel::Goal {
                parts.push(el("h2").text(&item.name));
            }
        }
        parts
    }

    fn measures_below(&self, above: PlanItemId) -> impl Iterator<Item = PlanItemId> {
        let ids = (0..).map(PlanItemId);
        ids.zip(&self.catalog.plan)
            .filter(move |(_, item)| item.level == PlanLevel::Measure && item.parent == Some(above))
            .map(|(id, _)| id)
    }
}

/// The row of the table of kana in which a reading begins.
fn row_of(reading: &str) -> usize {
    KANA.iter()
        .rposition(|row| row.chars().next() <= reading.chars().next())
        .unwrap_or(0)
}
