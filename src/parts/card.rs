//! What a card and a page say of one entry: how to reach it, what to say, and what is not known.

use crate::parts::Call;
use leptos::prelude::*;
use navigator::{Confidence, Entry, Level, Via};

/// The heart of a card: what it does, the call, when, and what to say first.
#[component]
pub fn CardBody(entry: Entry) -> impl IntoView {
    let channels = entry.channels.clone();
    let reach = (!channels.phone.is_empty()).then(|| {
        view! {
            <p class="via">{via_words(&entry)}</p>
            <Call number=channels.phone.clone() name=entry.shown_name().to_owned()/>
        }
    });
    let no_phone = channels
        .phone
        .is_empty()
        .then(|| view! { <p class="via">"電話番号は、まだ確かめられていません。"</p> });
    view! {
        <p class="what">{entry.what.clone()}</p>
        {reach}
        {no_phone}
        <Open entry=entry.clone()/>
        {say(&entry)}
    }
}

/// When it is open, in the sheet's words.
#[component]
fn Open(entry: Entry) -> impl IntoView {
    let hours = entry.hours;
    let text = if hours.text.is_empty() && hours.note.is_empty() {
        "受付時間は、まだ分かっていません。電話で聞いてください。".to_owned()
    } else {
        hours.text
    };
    view! {
        <div class="hours">
            <p><span class="label">"受付時間"</span>{text}</p>
            {(!hours.note.is_empty()).then(|| view! { <p class="note">{hours.note}</p> })}
        </div>
    }
}

fn via_words(entry: &Entry) -> &'static str {
    match entry.via {
        Via::Direct => "",
        Via::Operator => "担当している所の番号です。",
        Via::Switchboard => "市役所の代表番号です。担当の係につないでもらいます。",
    }
}

fn say(entry: &Entry) -> Option<impl IntoView + use<>> {
    let say = entry.say.clone();
    (!say.is_empty()).then(|| {
        view! {
            <p class="say">
                <span class="label">"こう伝えて大丈夫です"</span>
                <q>{say}</q>
            </p>
        }
    })
}

/// Everything else that is known, and by name what is not.
#[component]
pub fn Facts(entry: Entry) -> impl IntoView {
    let channels = entry.channels.clone();
    let mut known: Vec<(&str, String)> = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    let mut fact = |name: &'static str, text: String, told: bool| {
        if !text.is_empty() {
            known.push((name, text));
        } else if told {
            unknown.push(name);
        }
    };
    let hotline = entry.form == navigator::Form::Hotline;
    fact("だれが使えますか", entry.who.clone(), true);
    fact("だれが相談できますか", entry.askers.join("、"), false);
    fact("ほかの番号", channels.other_phones.join("、"), false);
    fact("FAX", channels.fax, false);
    fact("メール", channels.mail, false);
    fact("フォーム", channels.form, false);
    fact("チャット・LINE", channels.chat, false);
    fact(
        "家に来てくれますか",
        if channels.visits { "来てくれます".to_owned() } else { String::new() },
        false,
    );
    fact("場所", channels.address, !hotline);
    fact("行き方", channels.access, false);
    fact("区域", entry.area.clone(), false);
    fact("予約", entry.reservation.clone(), !hotline);
    fact("お金", entry.cost.clone(), true);
    fact("言葉", entry.languages.join("、"), false);
    fact("持ち物", entry.bring.clone(), !hotline);
    let unknown = (!unknown.is_empty()).then(|| {
        view! {
            <p class="unknown">
                {format!("まだ分かっていないこと: {}。電話で聞いてください。", unknown.join("、"))}
            </p>
        }
    });
    view! {
        <dl class="facts">
            {known
                .into_iter()
                .map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> })
                .collect_view()}
        </dl>
        {unknown}
        {page_link(&entry)}
        <p class="source">{source_words(&entry)}</p>
    }
}

fn page_link(entry: &Entry) -> Option<impl IntoView + use<>> {
    let url = entry.url.clone();
    (!url.is_empty()).then(|| {
        view! { <p><a href=url rel="noreferrer noopener">"公式のページを見る"</a></p> }
    })
}

/// Where the facts come from and how old they are: people need it to judge, and staff to mend.
fn source_words(entry: &Entry) -> String {
    let checked = match entry.checked {
        Some(day) => {
            let (year, month, date) = day.civil();
            format!("{year}年{month}月{date}日に確かめました。")
        }
        None => "まだ人が公式ページで確かめていません。".to_owned(),
    };
    let date = if entry.source_date.is_empty() {
        "日付は分かりません".to_owned()
    } else {
        entry.source_date.clone()
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
    format!("{level}{checked}{doubt}出どころ: {}（{date}）", entry.source)
}
