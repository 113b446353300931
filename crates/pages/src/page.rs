//! The frame of a page that needs no program: title, way to the other pages, numbers for any time, and how old it is.
//!
//! A title names the town and the list and never a trouble, since it stays in the browser's history.

use crate::start::line;
use crate::{call, escape};
use navigator::{Catalog, Day};

/// The pages of a town, in the order of the way between them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// What there is.
    Hub,
    /// By trouble.
    Needs,
    /// By name.
    Windows,
    /// By the plan.
    Plan,
}

impl Page {
    pub const ALL: [Self; 4] = [Self::Hub, Self::Needs, Self::Windows, Self::Plan];

    /// Its file's name.
    pub fn file(self) -> &'static str {
        match self {
            Self::Hub => "index.html",
            Self::Needs => "needs.html",
            Self::Windows => "windows.html",
            Self::Plan => "plan.html",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hub => "窓口の一覧",
            Self::Needs => "困りごとから見る",
            Self::Windows => "窓口をあいうえお順に見る",
            Self::Plan => "計画から見る",
        }
    }
}

/// A whole page around `body`, which begins below the heading.
pub fn framed(catalog: &Catalog, page: Page, day: Day, body: &str) -> String {
    let town = escape(&catalog.town.name);
    let name = page.name();
    let ways: String = Page::ALL
        .iter()
        .map(|&other| {
            let here = if other == page {
                " aria-current=\"page\""
            } else {
                ""
            };
            format!(
                "<li><a href=\"{}\"{here}>{}</a></li>\n",
                other.file(),
                other.name()
            )
        })
        .collect();
    let urgent: String = catalog
        .always
        .iter()
        .map(|&id| {
            let entry = catalog.entry(id);
            format!(
                "<li>{} {}</li>\n",
                escape(&entry.name),
                call::in_a_row(entry)
            )
        })
        .collect();
    let always: String = catalog
        .always
        .iter()
        .map(|&id| line(catalog.entry(id)))
        .collect();
    let hall = line(catalog.entry(catalog.town.switchboard));
    let credits: String = catalog
        .town
        .credits
        .iter()
        .map(|sentence| format!("<p>{}</p>\n", escape(sentence)))
        .collect();
    let id = escape(&catalog.town.id);
    let (newest, made) = (date_in_words(&catalog.version), day_in_words(day));
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{name}｜{town}｜まどぐちナビ</title>\n\
         <meta name=\"description\" content=\"{town}の相談窓口の一覧です。プログラムなしで読めます。\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"format-detection\" content=\"telephone=no\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"../icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"../lists.css\">\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">本文へ</a>\n\
         <header class=\"top\">\n<p class=\"brand\"><span class=\"brand-mark\" aria-hidden=\"true\"></span>まどぐちナビ</p>\n</header>\n\
         <main id=\"main\" tabindex=\"-1\">\n<h1>{town}: {name}</h1>\n\
         <div class=\"urgent\">\n<p class=\"label\">あぶないとき・急ぐとき</p>\n<ul>\n{urgent}</ul>\n</div>\n\
         <nav aria-label=\"一覧\">\n<ul class=\"ways\">\n{ways}</ul>\n</nav>\n\
         {body}\
         <p class=\"ask\"><a href=\"../index.html#{id}\">質問に答えて、自分に合う窓口をさがす</a>（新しめのブラウザーで動きます）</p>\n\
         </main>\n\
         <aside class=\"help\" aria-labelledby=\"help\">\n<h2 id=\"help\">いつでも電話できる所</h2>\n<ul>\n{always}{hall}</ul>\n\
         <div class=\"credits\">\n\
         <p>このページを作った日: {made}。資料のいちばん新しい日付: {newest}。</p>\n\
         <p>窓口のことは、変わることがあります。使えるかどうかは、窓口が決めます。行く前に、電話で確かめてください。</p>\n\
         {credits}</div>\n</aside>\n</body>\n</html>\n"
    )
}

/// 2026年11月22日.
pub fn day_in_words(day: Day) -> String {
    let (year, month, date) = day.civil();
    format!("{year}年{month}月{date}日")
}

/// 2026-07-27 as 2026年7月27日; what is no whole date stays as it is.
fn date_in_words(date: &str) -> String {
    match catalog::moment::read_moment(date) {
        Some(moment) => day_in_words(moment.day),
        None if date.is_empty() => "分かりません".to_owned(),
        None => escape(date),
    }
}
