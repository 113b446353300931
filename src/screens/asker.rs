//! Whom it is about: the words of every question change with it.

use crate::dom::{El, el, el_of, heading, p};
use crate::session::{Question, Session};
use navigator::{Ask, Asker, Catalog};

pub fn draw(session: &Session, catalog: &Catalog) -> Vec<El> {
    let choices = [
        (
            Asker::Myself,
            "自分のこと",
            "自分や、自分の家のことで困っている",
        ),
        (
            Asker::Family,
            "家族のこと",
            "はなれてくらす親、子ども、きょうだいなど",
        ),
        (
            Asker::Supporter,
            "まわりの人のこと",
            "近所の人、生徒、仕事で支えている人など",
        ),
    ];
    let list = el_of("ul", "choices").children(choices.map(|(asker, name, hint)| {
        let session = session.clone();
        let choose = move |_: &_| {
            session.change(|answers| answers.asker = asker);
            session.ask(Question::new(Ask::Needs));
        };
        el("li").child(
            el_of("button", "choice")
                .attr("type", "button")
                .on("click", choose)
                .child(el_of("span", "choice-name").text(name))
                .child(el_of("span", "choice-hint").text(hint)),
        )
    }));
    let giving = super::needs_of(session, catalog, &catalog.giving);
    vec![
        super::back_link(),
        heading("だれのことで困っていますか"),
        p("", "えらぶと、質問の言い方が変わります。"),
        list,
        el("section")
            .child(el("h2").text("人の役に立ちたい方へ"))
            .child(el_of("ul", "ways").children(giving)),
        el("section")
            .child(el("h2").text("質問に答えずに、一覧から見る"))
            .child(super::lists_of(session)),
    ]
}
