//! To take along: a sheet for the desk, a link for another device, keeping the answers on this one.

use super::Town;
use crate::browser;
use crate::dom::{El, button, el, el_of, heading, is_checked, p};
use crate::live::Live;
use crate::parts::{date_words, said};
use crate::session::Session;
use navigator::{Asker, Catalog, Entry, Outcome, Via, suggest};
use std::rc::Rc;

/// How many windows stand on the sheet, besides the lines for danger: it is one page.
const WINDOWS: usize = 4;

pub fn draw(session: &Session, catalog: &Rc<Catalog>) -> Vec<El> {
    let town = Town::new(session, catalog);
    let now = browser::now();
    let mut outcome = suggest(catalog, &session.answers(), now.day);
    outcome.lead_with_open_lines(catalog, now);
    let kiosk = browser::is_kiosk();
    let mut screen = vec![
        super::back_link(),
        heading("持って行く・送る・のこす"),
        p(
            "",
            "窓口で見せるメモです。名前と日付は、紙に書きます。書いたことは、どこにも送りません。",
        ),
    ];
    if outcome.private {
        screen.push(p(
            "unknown",
            "こわい人に見られない所で使ってください。紙も、見られない所にしまってください。",
        ));
    }
    screen.push(
        el_of("div", "pair")
            .child(button("go", "A4の紙に印刷する", || {
                browser::print(false)
            }))
            .child(button("quiet", "細い紙に印刷する", || {
                browser::print(true)
            })),
    );
    screen.push(town.sheet(&outcome));
    // Whoever watches the phone must not find a link, and nothing of it may stay.
    if !outcome.private {
        screen.push(town.share());
        if !kiosk {
            screen.push(town.keep());
        }
    }
    screen
}

impl Town {
    /// The page that a desk can use.
    fn sheet(&self, outcome: &Outcome) -> El {
        let catalog = &self.catalog;
        let answers = self.session.answers();
        let whose = match answers.asker {
            Asker::Myself => "本人",
            Asker::Family => "家族のこと",
            Asker::Supporter => "まわりの人のこと",
        };
        let fields = catalog.fields.iter().enumerate().map(|(field, name)| {
            let hit = answers
                .chosen_needs()
                .any(|need| usize::from(catalog.need(need).field) == field);
            el("li").text(&[if hit { "☑ " } else { "☐ " }, name].concat())
        });
        let said = said(catalog, &answers).map(|(_, asked, said)| pair(&asked, &said));
        let mut others = 0;
        let windows = outcome.suggestions.iter().filter(|one| {
            others += usize::from(!one.crisis);
            one.crisis || others <= WINDOWS
        });
        let windows = windows.map(|one| {
            let entry = catalog.entry(one.entry);
            el("li")
                .text(entry.shown_name())
                .child(el("b").text(&entry.channels.phone))
                .text(&number_note(entry))
        });
        let made = date_words(browser::now().day);
        let source = [
            "まどぐちナビ（",
            &catalog.town.name,
            "）。窓口の情報は ",
            &catalog.version,
            " まで。",
            &made,
            "に作りました。",
        ];
        el_of("article", "sheet")
            .child(el("h2").text("相談メモ"))
            .child(
                el_of("dl", "said")
                    .child(pair("名前", "　"))
                    .child(pair("日付", "　"))
                    .child(pair("だれのこと", whose))
                    .children(said),
            )
            .child(el("h3").text("困りごとの分野"))
            .child(el_of("ul", "boxes").children(fields))
            .child(lines("ask", "聞きたいこと"))
            .child(lines(
                "care",
                "気をつけてほしいこと（言い方、場所、体のことなど）",
            ))
            .child(el("h3").text("案内された窓口"))
            .child(el_of("ul", "rows").children(windows))
            .child(p("source", &source.concat()))
    }

    /// A link with the answers behind `#`, where no server sees them.
    fn share(&self) -> El {
        browser::load_part("share-box");
        let (session, catalog) = (self.session.clone(), self.catalog.clone());
        let answers = session.answers();
        let plain = answers.without_sensitive(&catalog);
        let all = Live::new(false);
        let choice = (plain != answers).then(|| {
            let all = all.clone();
            el_of("ul", "checks").child(
                el("li")
                    .child(el("input").attr("type", "checkbox").attr("id", "all").on(
                        "change",
                        move |input| {
                            all.change(|all| *all = is_checked(input));
                        },
                    ))
                    .child(
                        el("label")
                            .attr("for", "all")
                            .text("話しにくいこと・住んでいる町も、リンクに入れる"),
                    ),
            )
        });
        let text = move || {
            let told = if all.follow(|all| *all) {
                &answers
            } else {
                &plain
            };
            vec![el("share-box").attr("data-text", &session.as_text(told))]
        };
        el("section")
            .child(el("h2").text("家族や、ほかのスマホに送る"))
            .child(p(
                "",
                "リンクを開いた人は、同じ案内を見られます。答えはリンクの中だけにあり、サーバーには届きません。",
            ))
            .maybe(choice)
            .child(el("div").live(text))
    }

    /// Off until the person asks for it.
    fn keep(&self) -> El {
        let session = self.session.clone();
        let failed = Live::new(false);
        let saving = Live::new(browser::has_saved());
        let draw = move || {
            let on = session.clone();
            let (failed, saving) = (failed.clone(), saving.clone());
            if saving.follow(|saving| *saving) {
                return vec![
                    p(
                        "open",
                        "この端末に保存しています。はじめの画面から、続きを見られます。",
                    ),
                    button("quiet", "保存した答えを消す", move || {
                        browser::forget_saved();
                        saving.change(|saving| *saving = false);
                    }),
                ];
            }
            let mut parts = vec![p(
                "",
                "今は保存していません。保存すると、この端末を使うほかの人にも見えることがあります。",
            )];
            if failed.follow(|failed| *failed) {
                parts.push(p(
                    "fault-line",
                    "この端末では保存できませんでした。紙かリンクを使ってください。",
                ));
            }
            parts.push(button("quiet", "この端末に保存する", move || {
                if on.save() {
                    saving.change(|saving| *saving = true);
                } else {
                    failed.change(|failed| *failed = true);
                }
            }));
            parts
        };
        el("section")
            .child(el("h2").text("この端末に保存する"))
            .child(el("div").attr("aria-live", "polite").live(draw))
    }
}

fn pair(name: &str, text: &str) -> El {
    el("div")
        .child(el("dt").text(name))
        .child(el("dd").text(text))
}

/// Lines to write on, on the screen or with a pen.
fn lines(id: &str, name: &str) -> El {
    el_of("div", "lines")
        .child(el("label").attr("for", id).text(name))
        .child(
            el("textarea")
                .attr("id", id)
                .attr("rows", "3")
                .attr("autocomplete", "off"),
        )
}

/// Whose number it is, where it is not the desk's own.
fn number_note(entry: &Entry) -> String {
    match entry.via {
        _ if entry.channels.phone.is_empty() => "（電話番号はまだ分かりません）".to_owned(),
        Via::Direct => String::new(),
        Via::Operator => "（担当している所）".to_owned(),
        Via::Switchboard => ["（市役所の代表）「", &entry.say, "」"].concat(),
    }
}
