//! Whom it is about: the words of every question change with it.

use crate::session::{Screen, Session};
use leptos::prelude::*;
use navigator::{Ask, Asker};

pub fn draw(session: Session) -> impl IntoView {
    let choices = [
        (Asker::Myself, "自分のこと", "自分や、自分の家のことで困っている"),
        (Asker::Family, "家族のこと", "はなれてくらす親、子ども、きょうだいなど"),
        (Asker::Supporter, "まわりの人のこと", "近所の人、生徒、仕事で支えている人など"),
    ];
    view! {
        {super::back_link()}
        <h1 tabindex="-1">"だれのことで困っていますか"</h1>
        <p>"えらぶと、質問の言い方が変わります。"</p>
        <ul class="choices">
            {choices
                .into_iter()
                .map(|(asker, name, hint)| {
                    let choose = move |_| {
                        session.change(|answers| answers.asker = asker);
                        session.go(Screen::Question { ask: Ask::Needs, back_to_results: false });
                    };
                    view! {
                        <li>
                            <button type="button" class="choice" on:click=choose>
                                <span class="choice-name">{name}</span>
                                <span class="choice-hint">{hint}</span>
                            </button>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
