//! One window in full: everything that is known of it, and by name what is not, in the words of the app's own page.

use crate::page::{Page, day_in_words};
use crate::{call, escape};
use navigator::{
    Catalog, Confidence, Day, Entry, Form, Level, Moment, OpenStatus, Rule, RuleSort, Via,
};

/// The window's card with its anchor, below a heading of the second level.
pub fn card(catalog: &Catalog, entry: &Entry, day: Day) -> String {
    let mut card = format!(
        "<article class=\"card\" id=\"{}\">\n<h3>{}</h3>\n",
        escape(&entry.id),
        escape(&entry.name)
    );
    card.push_str(&p("reading", &entry.reading));
    if entry.shown_name() != entry.name {
        card.push_str(&p("plain", entry.shown_name()));
    }
    card.push_str(&p("what", &entry.what));
    if is_guarded(catalog, entry) {
        card.push_str(&direct_lines(catalog, entry, day));
    } else {
        card.push_str(&p("via", whose(entry)));
        card.push_str(&call::button(entry).unwrap_or_default());
        card.push_str(&hours(catalog, entry, day));
        if !entry.say.is_empty() {
            card.push_str(&said(entry));
        }
    }
    card.push_str(&facts(entry));
    if !entry.url.is_empty() {
        card.push_str(&format!(
            "<p><a href=\"{}\" rel=\"noreferrer noopener\">公式のページを見る</a></p>\n",
            escape(&entry.url)
        ));
    }
    card.push_str(&p("source", &source(entry)));
    card.push_str(&measures(catalog, entry));
    card.push_str("</article>\n");
    card
}

/// What to say first.
pub fn said(entry: &Entry) -> String {
    format!(
        "<p class=\"say\"><span class=\"label\">こう伝えて大丈夫です</span><q>{}</q></p>\n",
        escape(&entry.say)
    )
}

/// Whose number it is, where it is not the desk's own.
pub fn whose(entry: &Entry) -> &'static str {
    match entry.via {
        _ if entry.channels.phone.is_empty() => "電話番号は、まだ確かめられていません。",
        Via::Direct => "",
        Via::Operator => "担当している所の番号です。",
        Via::Switchboard => "市役所の代表番号です。下のように伝えてください。",
    }
}

/// True for a window against violence behind the switchboard: who sits there must not be told, so its number is
/// not offered.
pub fn is_guarded(catalog: &Catalog, entry: &Entry) -> bool {
    let private = |rule: &&Rule| matches!(rule.sort, RuleSort::Crisis { private: true, .. });
    entry.via == Via::Switchboard
        && entry.kinds.first().is_some_and(|main| {
            let mut rules = catalog.rules.iter().filter(private);
            rules.any(|rule| rule.first.contains(main))
        })
}

/// The lines that answer themselves, in the place of a guarded window's number.
pub fn direct_lines(catalog: &Catalog, entry: &Entry, day: Day) -> String {
    let ids = entry
        .kinds
        .iter()
        .flat_map(|&kind| &catalog.kind(kind).entries);
    let mut lines: Vec<String> = Vec::new();
    for line in ids.map(|&id| catalog.entry(id)) {
        let answers = line.via == Via::Direct && !line.channels.phone.is_empty();
        if answers && line.is_valid_on(day) {
            let shown = format!("{} {}", escape(line.shown_name()), call::in_a_row(line));
            if !lines.contains(&shown) {
                lines.push(shown);
            }
        }
    }
    lines.truncate(4);
    format!(
        "<p class=\"via\">市役所の中では、代表番号からつなぐ窓口です。相談の人が直接出る電話があります。</p>\n\
         <p class=\"row\">{}</p>\n",
        lines.join("<br>")
    )
}

fn hours(catalog: &Catalog, entry: &Entry, day: Day) -> String {
    let hours = &entry.hours;
    let text = if hours.text.is_empty() && hours.note.is_empty() {
        "まだ分かっていません。電話で聞いてください。"
    } else {
        &hours.text
    };
    let noon = Moment {
        day,
        minute: 12 * 60,
    };
    let old = match hours.status(noon, &catalog.holidays) {
        OpenStatus::OutOfDate => "この時間は、変わっていることがあります。電話で確かめてください。",
        _ => "",
    };
    format!(
        "<div class=\"hours\">\n<p><span class=\"label\">受付時間</span>{}</p>\n{}{}</div>\n",
        escape(text),
        p("note", &hours.note),
        p("shut", old),
    )
}

fn facts(entry: &Entry) -> String {
    let channels = &entry.channels;
    // A line has no place to go to and nothing to bring: that is no gap in what is known.
    let desk = entry.form != Form::Hotline;
    let visits = if channels.visits {
        "来てくれます"
    } else {
        ""
    };
    let rows: [(&str, String, bool); 15] = [
        ("だれが使えますか", escape(&entry.who), true),
        ("だれが相談できますか", listed(&entry.askers), false),
        ("ほかの番号", listed(&channels.other_phones), false),
        ("FAX", escape(&channels.fax), false),
        ("メール", linked(&channels.mail), false),
        ("フォーム", linked(&channels.form), false),
        ("チャット・LINE", linked(&channels.chat), false),
        ("家に来てくれますか", visits.to_owned(), false),
        ("場所", escape(&channels.address), desk),
        ("行き方", escape(&channels.access), false),
        ("区域", escape(&entry.area), false),
        ("予約", escape(&entry.reservation), desk),
        ("お金", escape(&entry.cost), true),
        ("言葉", listed(&entry.languages), false),
        ("持ち物", escape(&entry.bring), desk),
    ];
    let known: String = rows
        .iter()
        .filter(|(_, html, _)| !html.is_empty())
        .map(|(name, html, _)| format!("<div><dt>{name}</dt><dd>{html}</dd></div>\n"))
        .collect();
    let unknown: Vec<&str> = rows
        .iter()
        .filter(|(_, html, told)| *told && html.is_empty())
        .map(|&(name, ..)| name)
        .collect();
    let mut facts = String::new();
    if !known.is_empty() {
        facts.push_str(&format!("<dl class=\"facts\">\n{known}</dl>\n"));
    }
    if !unknown.is_empty() {
        let names = unknown.join("、");
        let text = format!("まだ分かっていないこと: {names}。電話で聞いてください。");
        facts.push_str(&p("unknown", &text));
    }
    facts
}

/// A whole web or mail address becomes a link; words beside one stay words.
fn linked(text: &str) -> String {
    let whole = !text.contains(|sign: char| sign.is_whitespace() || !sign.is_ascii());
    let shown = escape(text);
    if whole && text.starts_with("https://") {
        format!("<a href=\"{shown}\" rel=\"noreferrer noopener\">{shown}</a>")
    } else if whole && text.contains('@') && !text.contains(':') {
        format!("<a href=\"mailto:{shown}\">{shown}</a>")
    } else {
        shown
    }
}

/// Where the facts come from and how old they are: people need it to judge, and staff to mend.
fn source(entry: &Entry) -> String {
    let level = match entry.level {
        Level::Town => "",
        Level::Prefecture => "都県の窓口です。",
        Level::Nation => "全国の窓口です。",
    };
    let checked = match entry.checked {
        Some(day) => format!("{}に確かめました。", day_in_words(day)),
        None => "まだ人が公式ページで確かめていません。".to_owned(),
    };
    let doubt = match entry.confidence {
        Confidence::High => "",
        Confidence::Medium => "資料が少し古いことがあります。",
        Confidence::Low => "資料が古いか、まだはっきりしていません。",
    };
    let date = if entry.source_date.is_empty() {
        "日付は分かりません"
    } else {
        &entry.source_date
    };
    format!(
        "{level}{checked}{doubt}出どころ: {}（{date}）",
        entry.source
    )
}

/// The plan's measures that the window realises.
fn measures(catalog: &Catalog, entry: &Entry) -> String {
    let links: Vec<String> = entry
        .measures
        .iter()
        .filter_map(|id| catalog.plan.get(id.index()))
        .map(|item| {
            format!(
                "「<a href=\"{}#{}\">{}</a>」",
                Page::Plan.file(),
                escape(&item.id),
                escape(&item.name)
            )
        })
        .collect();
    if links.is_empty() {
        return String::new();
    }
    format!(
        "<p class=\"source\">{}の計画の施策{}の窓口です。</p>\n",
        escape(&catalog.town.name),
        links.concat()
    )
}

fn listed(texts: &[String]) -> String {
    escape(&texts.join("、"))
}

/// A paragraph of a class; nothing for no text.
fn p(class: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<p class=\"{class}\">{}</p>\n", escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_addresses_become_links() {
        assert!(linked("https://example.jp/form?a=1&b=2").contains("a=1&amp;b=2\" rel"));
        assert!(linked("fukushi@example.jp").starts_with("<a href=\"mailto:"));
        for words in [
            "市の LINE（https://example.jp/）",
            "javascript:alert(1)@x",
            "",
        ] {
            assert_eq!(linked(words), escape(words));
        }
    }
}
