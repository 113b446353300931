//! The catalog did not come: says so plainly. The emergency numbers stand below, in index.html.

use crate::browser;
use crate::session::Fault;
use leptos::prelude::*;

pub fn draw(fault: Fault) -> impl IntoView {
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
    };
    view! {
        <section class="fault">
            <h1 tabindex="-1">{what}</h1>
            <p>{mend}</p>
            <p>"お急ぎのときは、この下の番号に電話できます。"</p>
            <button type="button" class="go" on:click=|_| browser::reload()>"もう一度読みこむ"</button>
            {super::back_link()}
        </section>
    }
}
