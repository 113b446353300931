//! What a card and a page say of one entry: how to reach it, what to say, and what is not known.

use crate::browser;
use crate::dom::{El, el, el_of, p};
use crate::parts::{call, date_words, open_now};
use navigator::{Asker, Catalog, Confidence, Entry, Form, Level, Via};

/// Its names: the plain one large, the official one below.
pub fn title(entry: &Entry, heading: El) -> Vec<El> {
    let mut title = vec![heading.text(entry.shown_name())];
    if entry.shown_name() != entry.name {
        title.push(p("official", &entry.name));
    }
    title
}

/// The heart of a card: what it does, the call, when, and what to say first.
pub fn about(catalog: &Catalog, entry: &Entry) -> Vec<El> {
    let mut about = vec![p("what", &entry.what)];
    match call(entry) {
        Some(call) => {
            match entry.via {
                Via::Direct => {}
                Via::Operator => about.push(p("via", "担当している所の番号です。")),
                Via::Switchboard => {
                    about.push(p("via", "市役所の代表番号です。下のように伝えてください。"))
                }
            }
            about.push(call);
        }
        None => about.push(p("via", "電話番号は、まだ確かめられていません。")),
    }
    about.extend(open_now(catalog, entry));
    about.push(hours(entry));
    about.extend(say(entry));
    about
}

/// Whose number it is, where it is not the desk's own.
pub fn whose(entry: &Entry) -> Option<El> {
    match entry.via {
        Via::Direct => None,
        Via::Operator => Some(p("via", "担当している所の番号です。")),
        Via::Switchboard => Some(p("via", "市役所の代表番号です。下のように伝えてください。")),
    }
}

/// What to say first: why one calls, and two sentences that are always all right.
pub fn say(entry: &Entry) -> Option<El> {
    let next = match entry.via {
        Via::Switchboard => [
            "くわしいことは、担当の人に話します。",
            "つながらなければ、担当の番号を教えてください。",
        ],
        Via::Direct | Via::Operator => [
            "はじめてなので、何から話せばよいか教えてください。",
            "予約や、持って行くものはありますか。",
        ],
    };
    (!entry.say.is_empty()).then(|| {
        let lines = std::iter::once(&*entry.say).chain(next);
        el_of("div", "say")
            .child(p("label", "こう伝えて大丈夫です"))
            .children(lines.map(|line| el("p").child(el("q").text(line))))
    })
}

/// What a helper may do here; nothing where the source does not say it.
pub fn askers(entry: &Entry, asker: Asker) -> Option<El> {
    let may = |who: &str| entry.askers.iter().any(|one| one == who);
    let words = match asker {
        Asker::Family if may("家族") => "ご家族からも相談できます。",
        Asker::Supporter if may("支える人") => "まわりの人、支える人からも相談できます。",
        _ => "",
    };
    let nameless = if may("匿名") {
        "名前を言わなくても相談できます。"
    } else {
        ""
    };
    let words = [words, nameless].concat();
    (!words.is_empty()).then(|| p("askers", &words))
}

fn label(text: &str) -> El {
    el_of("span", "label").text(text)
}

/// When it is open, in the sheet's words.
fn hours(entry: &Entry) -> El {
    let hours = &entry.hours;
    let text = if hours.text.is_empty() && hours.note.is_empty() {
        "まだ分かっていません。電話で聞いてください。"
    } else {
        &hours.text
    };
    let note = (!hours.note.is_empty()).then(|| p("note", &hours.note));
    el_of("div", "hours")
        .child(el("p").child(label("受付時間")).text(text))
        .maybe(note)
}

/// Everything else that is known, and by name what is not.
pub fn facts(entry: &Entry) -> Vec<El> {
    let channels = &entry.channels;
    // A line has no place to go to and nothing to bring: that is no gap in what is known.
    let desk = entry.form != Form::Hotline;
    let visits = if channels.visits {
        "来てくれます"
    } else {
        ""
    };
    let rows: [(&str, &str, bool); 15] = [
        ("だれが使えますか", &entry.who, true),
        ("だれが相談できますか", &listed(&entry.askers), false),
        ("ほかの番号", &listed(&channels.other_phones), false),
        ("FAX", &channels.fax, false),
        ("メール", &channels.mail, false),
        ("フォーム", &channels.form, false),
        ("チャット・LINE", &channels.chat, false),
        ("家に来てくれますか", visits, false),
        ("場所", &channels.address, desk),
        ("行き方", &channels.access, false),
        ("区域", &entry.area, false),
        ("予約", &entry.reservation, desk),
        ("お金", &entry.cost, true),
        ("言葉", &listed(&entry.languages), false),
        ("持ち物", &entry.bring, desk),
    ];
    let known = rows.iter().filter(|(_, text, _)| !text.is_empty());
    let list = el_of("dl", "facts").children(known.map(|(name, text, _)| {
        el("div")
            .child(el("dt").text(name))
            .child(el("dd").text(text))
    }));
    let unknown: Vec<&str> = rows
        .iter()
        .filter(|(_, text, told)| *told && text.is_empty())
        .map(|&(name, ..)| name)
        .collect();
    let mut facts = vec![list];
    if !unknown.is_empty() {
        let names = unknown.join("、");
        facts.push(p(
            "unknown",
            &[
                "まだ分かっていないこと: ",
                &names,
                "。電話で聞いてください。",
            ]
            .concat(),
        ));
    }
    // A kiosk leads to no other site.
    if !entry.url.is_empty() && !browser::is_kiosk() {
        let link = el("a")
            .attr("href", &entry.url)
            .attr("rel", "noreferrer noopener")
            // What was answered stays here.
            .attr("target", "_blank")
            .text("公式のページを見る（新しい画面）");
        facts.push(el("p").child(link));
    }
    facts.push(p("source", &source_words(entry)));
    facts
}

/// Where the facts come from and how old they are: people need it to judge, and staff to mend.
fn source_words(entry: &Entry) -> String {
    let checked = match entry.checked {
        Some(day) => [&date_words(day), "に確かめました。"].concat(),
        None => "まだ人が公式ページで確かめていません。".to_owned(),
    };
    let date = if entry.source_date.is_empty() {
        "日付は分かりません"
    } else {
        &entry.source_date
    };
    let doubt = match entry.confidence {
        Confidence::High => "",
        Confidence::Medium => "資料が少し古いことがあります。",
        Confidence::Low => "資料が古いか、まだはっきりしていません。",
    };
    let level = match entry.level {
        Level::Town => "",
        Level::Prefecture => "都県の窓口です。",
        Level::Nation => "全国の窓口です。",
    };
    [
        level,
        &checked,
        doubt,
        "出どころ: ",
        &entry.source,
        "（",
        date,
        "）",
    ]
    .concat()
}

fn listed(texts: &[String]) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    texts.join("、")
}
