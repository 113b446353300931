//! The ways to reach a window, all alike: a number to call, a chat, a mail, a form, a FAX. What can only be read is no link,
//! and nothing leads out of a kiosk: there a phone's camera takes it along.

use super::icon::Icon;
use super::window::Window;
use crate::platform::page;
use leptos::prelude::*;
use words::entry::{Sort, WayTo, ways_to};

/// All ways of a window side by side; nothing where none is known.
#[component]
pub fn WaysTo(
    window: Window,
    /// Who cannot or must not speak finds the call last.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let ways = ways_to(&window, quiet);
    (!ways.is_empty()).then(|| {
        let ways: Vec<AnyView> = ways.into_iter().map(button).collect();
        view! { <div class="ways-to">{ways}</div> }.into_any()
    })
}

/// Calls an entry; nothing if its number is not known.
#[component]
pub fn Call(window: Window) -> impl IntoView {
    let ways = ways_to(&window, false).into_iter();
    let mut calls = ways.filter(|way| way.sort == Sort::Phone);
    calls.next().map(button)
}

/// The first way of a window at the end of its row: a picture, and for a screen reader whom it reaches. Who has a kiosk or
/// paper before them gets the number to read.
#[component]
pub fn Ring(
    window: Window,
    /// Who cannot or must not speak finds a way to write, where there is one.
    quiet: bool,
) -> impl IntoView {
    let first = ways_to(&window, quiet).into_iter().next();
    first.map(|way| {
        let number = (way.sort == Sort::Phone)
            .then(|| view! { <b class="row-number">{way.text.clone()}</b> }.into_any());
        let link = (!page::is_kiosk() && !way.address.is_empty()).then(|| link("ring", way, ()));
        view! {
            {number}
            {link}
        }
        .into_any()
    })
}

fn button(way: WayTo) -> AnyView {
    let text = view! { <span class="call-number">{way.text.clone()}</span> };
    if way.address.is_empty() {
        return view! { <div class="call still">{picture(way.sort)} {text}</div> }.into_any();
    }
    if page::is_kiosk() {
        page::load_part("share-box");
        return view! {
            <div class="call">
                {text}
                <qr-code data-text=way.address></qr-code>
            </div>
        }
        .into_any();
    }
    link("call", way, text)
}

/// A call stays in this page; what leads to another site opens beside it, so that nothing said here is lost.
fn link(class: &'static str, way: WayTo, text: impl IntoAny) -> AnyView {
    let outside = way.address.starts_with("https:");
    let target = if outside { "_blank" } else { "_self" };
    view! {
        <a class=class href=way.address aria-label=way.label target=target rel="noreferrer noopener">
            {picture(way.sort)}
            {text.into_any()}
        </a>
    }
    .into_any()
}

fn picture(sort: Sort) -> AnyView {
    match sort {
        Sort::Phone => view! { <Icon name="phone" /> }.into_any(),
        Sort::Chat => view! { <Icon name="message-2" /> }.into_any(),
        Sort::Mail => view! { <Icon name="mail" /> }.into_any(),
        Sort::Form | Sort::Page => view! { <Icon name="edit" /> }.into_any(),
        Sort::Fax => view! { <Icon name="file-text" /> }.into_any(),
    }
}
