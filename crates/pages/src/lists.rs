//! A town's windows as plain pages, for old phones, for search engines and for people who would rather read than answer.
//!
//! Which windows belong to a trouble is asked of the navigator with that trouble as the only answer, so that the app's
//! rules on danger, violence and the switchboard hold here too. Anchors are fragments: which one is read never leaves
//! the device.

use crate::page::{Page, framed};
use crate::{call, entry, escape, kana};
use catalog::Compiled;
use navigator::{
    Answer, Answers, Catalog, Day, Entry, EntryId, NeedId, PlanItem, PlanLevel, Suggestion, suggest,
};

/// As many cards of a trouble as help to choose, besides those for danger; the rest is found by name.
const CARDS: usize = 8;

/// The pages of all towns by their path below the site: `asaka/needs.html`. What is not valid on `day` is left out.
#[must_use]
pub fn lists(towns: &[Compiled], day: Day) -> Vec<(String, String)> {
    let pages = |town: &Compiled| {
        let catalog = &town.catalog;
        Page::ALL.map(|page| {
            let body = match page {
                Page::Hub => hub(catalog, day),
                Page::Needs => needs(catalog, day),
                Page::Windows => windows(catalog, day),
                Page::Plan => plan(catalog, day),
            };
            let path = format!("{}/{}", town.id, page.file());
            (path, framed(catalog, page, day, &body))
        })
    };
    towns.iter().flat_map(pages).collect()
}

fn hub(catalog: &Catalog, day: Day) -> String {
    let count = shown(catalog, day).count();
    let measures = of_level(catalog, PlanLevel::Measure).count();
    let ways = [
        (
            Page::Needs,
            format!(
                "{}の困りごとと、それぞれの窓口の電話番号",
                catalog.needs.len()
            ),
        ),
        (
            Page::Windows,
            format!("{count}の窓口・サービスの、分かっていることのすべて"),
        ),
        (
            Page::Plan,
            format!(
                "「{}」の{measures}の施策と、その窓口",
                &catalog.town.plan_title
            ),
        ),
    ];
    let choices: String = ways
        .iter()
        .map(|(page, hint)| {
            format!(
                "<li><a class=\"choice\" href=\"{}\"><span class=\"choice-name\">{}</span><span class=\"choice-hint\">{}</span></a></li>\n",
                page.file(),
                page.name(),
                escape(hint),
            )
        })
        .collect();
    let hall = catalog.entry(catalog.town.switchboard);
    format!(
        "<h2>一覧をえらぶ</h2>\n<ul class=\"choices\">\n{choices}</ul>\n\
         <h2>どこに聞けばよいか分からないとき</h2>\n\
         <p>{}に電話して、困っていることを話してください。</p>\n{}",
        escape(&hall.name),
        call::button(hall).unwrap_or_default(),
    )
}

fn needs(catalog: &Catalog, day: Day) -> String {
    let index: String = catalog
        .fields
        .iter()
        .enumerate()
        .map(|(place, name)| format!("<li><a href=\"#field-{place}\">{}</a></li>\n", escape(name)))
        .collect();
    let mut body =
        format!("<nav aria-label=\"分野\">\n<ul class=\"rows-index\">\n{index}</ul>\n</nav>\n");
    for (place, name) in catalog.fields.iter().enumerate() {
        body.push_str(&format!(
            "<section>\n<h2 id=\"field-{place}\">{}</h2>\n",
            escape(name)
        ));
        for id in catalog.need_ids() {
            if usize::from(catalog.need(id).field) == place {
                body.push_str(&need(catalog, id, day));
            }
        }
        body.push_str("</section>\n");
    }
    body
}

/// One trouble with its windows: lines for danger apart and first.
fn need(catalog: &Catalog, id: NeedId, day: Day) -> String {
    let need = catalog.need(id);
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(std::iter::once(id).collect());
    let outcome = suggest(catalog, &answers, day);
    // What is offered to everybody at the end says nothing of this trouble.
    let cards = outcome
        .suggestions
        .iter()
        .filter(|card| !card.reasons.is_empty());
    let (danger, others): (Vec<&Suggestion>, Vec<&Suggestion>) =
        cards.partition(|card| card.crisis);
    let rows_of = |cards: &[&Suggestion]| -> String {
        let rows: String = cards
            .iter()
            .map(|card| rows_of_card(catalog, card, day))
            .collect();
        format!("<ul class=\"rows\">\n{rows}</ul>\n")
    };
    let mut html = format!(
        "<section class=\"need\" id=\"{}\">\n<h3>{}</h3>\n",
        escape(&need.id),
        escape(&need.words)
    );
    if need.plain != need.words {
        html.push_str(&format!(
            "<p class=\"reading\">{}</p>\n",
            escape(&need.plain)
        ));
    }
    if !danger.is_empty() {
        let lines = rows_of(&danger);
        html.push_str(&format!(
            "<div class=\"danger\">\n<p class=\"danger-title\">あぶないときは、まずここに</p>\n{lines}</div>\n"
        ));
    }
    if !others.is_empty() {
        html.push_str(&rows_of(&others[..others.len().min(CARDS)]));
    }
    html.push_str("</section>\n");
    html
}

/// One number once, as in the app: what else it reaches follows by name.
fn rows_of_card(catalog: &Catalog, card: &Suggestion, day: Day) -> String {
    let lead = row(catalog, catalog.entry(card.entry), day);
    let roles: Vec<String> = card
        .roles
        .iter()
        .map(|&id| catalog.entry(id))
        .filter(|role| !entry::is_guarded(catalog, role))
        .map(link)
        .collect();
    let roles = if roles.is_empty() {
        String::new()
    } else {
        format!("<p class=\"note\">同じ番号: {}</p>", roles.join("、"))
    };
    let others = card
        .alternatives
        .iter()
        .map(|&id| row(catalog, catalog.entry(id), day));
    std::iter::once(lead + &roles)
        .chain(others)
        .map(|row| format!("<li>{row}</li>\n"))
        .collect()
}

/// The name, which leads to all that is known.
fn link(entry: &Entry) -> String {
    format!(
        "<a href=\"{}#{}\">{}</a>",
        Page::Windows.file(),
        escape(&entry.id),
        escape(entry.shown_name()),
    )
}

/// Windows in a few words each: the name leads to all that is known, the number dials.
fn rows(catalog: &Catalog, ids: &[EntryId], day: Day) -> String {
    let rows: String = ids
        .iter()
        .map(|&id| format!("<li>{}</li>\n", row(catalog, catalog.entry(id), day)))
        .collect();
    format!("<ul class=\"rows\">\n{rows}</ul>\n")
}

fn row(catalog: &Catalog, entry: &Entry, day: Day) -> String {
    let guarded = entry::is_guarded(catalog, entry);
    let number = if guarded {
        String::new()
    } else {
        call::in_a_row(entry)
    };
    let mut row = format!("<p class=\"row\">{} {number}</p>", link(entry));
    if entry.shown_name() != entry.name {
        row.push_str(&format!(
            "<p class=\"official\">{}</p>",
            escape(&entry.name)
        ));
    }
    if !entry.area.is_empty() {
        row.push_str(&format!(
            "<p class=\"note\">区域: {}</p>",
            escape(&entry.area)
        ));
    }
    if guarded {
        return row + &entry::direct_lines(catalog, entry, day);
    }
    let whose = entry::whose(entry);
    if !whose.is_empty() {
        row.push_str(&format!("<p class=\"via\">{whose}</p>"));
        if !entry.channels.phone.is_empty() && !entry.say.is_empty() {
            row.push_str(&entry::said(entry));
        }
    }
    row
}

fn windows(catalog: &Catalog, day: Day) -> String {
    let mut by_row: Vec<Vec<&Entry>> = vec![Vec::new(); kana::ROWS.len()];
    for id in shown(catalog, day) {
        let entry = catalog.entry(id);
        by_row[kana::row_of(&entry.reading)].push(entry);
    }
    let (mut index, mut body) = (String::new(), String::new());
    for ((id, name, _), entries) in kana::ROWS.iter().zip(&mut by_row) {
        if entries.is_empty() {
            continue;
        }
        entries.sort_by_key(|entry| (kana::sorting_key(&entry.reading), entry.id.as_str()));
        let cards: String = entries
            .iter()
            .map(|entry| entry::card(catalog, entry, day))
            .collect();
        let heading = if *id == "other" {
            (*name).to_owned()
        } else {
            format!("{name}行")
        };
        index.push_str(&format!("<li><a href=\"#row-{id}\">{heading}</a></li>\n"));
        body.push_str(&format!(
            "<section>\n<h2 id=\"row-{id}\">{heading}</h2>\n{cards}</section>\n"
        ));
    }
    format!(
        "<nav aria-label=\"あいうえお\">\n<ul class=\"rows-index\">\n{index}</ul>\n</nav>\n{body}"
    )
}

fn plan(catalog: &Catalog, day: Day) -> String {
    let goals = of_level(catalog, PlanLevel::Goal);
    let body: String = goals
        .map(|(place, goal)| {
            let below = below(catalog, place, 3, day);
            format!(
                "<section>\n<h2 id=\"{}\">{}</h2>\n{below}</section>\n",
                escape(&goal.id),
                escape(&goal.name)
            )
        })
        .collect();
    format!(
        "<p>「{}」の言葉のまま、施策と、それを行う窓口をならべました。</p>\n{body}",
        escape(&catalog.town.plan_title)
    )
}

/// What stands below a line of the plan: a direction with measures of its own opens a level, one without is a line.
fn below(catalog: &Catalog, parent: usize, level: usize, day: Day) -> String {
    let children = |of: usize| {
        let is_child = move |(_, item): &(usize, &PlanItem)| {
            item.parent.is_some_and(|parent| parent.index() == of)
        };
        catalog.plan.iter().enumerate().filter(is_child)
    };
    let (mut bare, mut html) = (String::new(), String::new());
    for (place, item) in children(parent) {
        let (id, name) = (escape(&item.id), escape(&item.name));
        match item.level {
            PlanLevel::Measure => html.push_str(&measure(catalog, place, item, level, day)),
            PlanLevel::Goal | PlanLevel::Direction if children(place).next().is_none() => {
                bare.push_str(&format!("<li id=\"{id}\">{name}</li>\n"));
            }
            PlanLevel::Goal | PlanLevel::Direction => html.push_str(&format!(
                "<h{level} id=\"{id}\">{name}</h{level}>\n{}",
                below(catalog, place, level + 1, day)
            )),
        }
    }
    if !bare.is_empty() {
        bare = format!("<p class=\"label\">方向性</p>\n<ul class=\"directions\">\n{bare}</ul>\n");
    }
    bare + &html
}

fn measure(catalog: &Catalog, place: usize, item: &PlanItem, level: usize, day: Day) -> String {
    let owner = match item.owner.as_str() {
        "" => String::new(),
        owner => format!("<p class=\"note\">担当: {}</p>\n", escape(owner)),
    };
    let ids: Vec<EntryId> = shown(catalog, day)
        .filter(|&id| {
            catalog
                .entry(id)
                .measures
                .iter()
                .any(|own| own.index() == place)
        })
        .collect();
    let windows = if ids.is_empty() {
        // The plan promises it, and somebody has to be there to ask.
        let hall = catalog.entry(catalog.town.switchboard);
        format!(
            "<p class=\"note\">この施策だけの窓口は、まだ分かっていません。{}で聞いてください。</p>\n{}",
            escape(&hall.name),
            rows(catalog, &[catalog.town.switchboard], day)
        )
    } else {
        rows(catalog, &ids, day)
    };
    format!(
        "<section class=\"need\" id=\"{}\">\n<h{level}>{}</h{level}>\n{owner}{windows}</section>\n",
        escape(&item.id),
        escape(&item.name)
    )
}

/// The entries that hold on this day.
fn shown(catalog: &Catalog, day: Day) -> impl Iterator<Item = EntryId> {
    catalog
        .entry_ids()
        .filter(move |&id| catalog.entry(id).is_valid_on(day))
}

fn of_level(catalog: &Catalog, level: PlanLevel) -> impl Iterator<Item = (usize, &PlanItem)> {
    catalog
        .plan
        .iter()
        .enumerate()
        .filter(move |(_, item)| item.level == level)
}
