//! The catalog did not come: says so plainly. The emergency numbers stand below, in index.html.

use crate::browser;
use crate::dom::{El, button, el_of, heading, p};
use crate::session::{Fault, Screen, Session};

pub fn draw(session: &Session, fault: Fault) -> Vec<El> {
    let (what, mend) = match fault {
        Fault::UnknownTown => (
            "この町の案内は、まだありません。",
            "「もどる」をおして、町をえらんでください。",
        ),
        Fault::NotLoaded => (
            "窓口の一覧を読みこめませんでした。",
            "電波のよい所で、もう一度ためしてください。",
        ),
        Fault::Refused => (
            "窓口の一覧が、この画面と合いませんでした。",
            "もう一度読みこむと、新しいものになります。",
        ),
        Fault::Link => (
            "前の答えを、読めませんでした。",
            "リンクがとちゅうで切れたか、古いのかもしれません。もう一度えらんでください。",
        ),
    };
    let session = session.clone();
    let way_on = match fault {
        Fault::Link => button("go", "はじめからえらぶ", move || {
            session.replace(Screen::Asker);
        }),
        _ => button("go", "もう一度読みこむ", browser::reload),
    };
    vec![
        el_of("section", "fault")
            .child(heading(what))
            .child(p("", mend))
            .child(p("", "お急ぎのときは、この下の番号に電話できます。"))
            .child(way_on)
            .child(super::back_link()),
    ]
}
