//! The button that dials. A number is dialled from one place; how is said in the navigator, for the lists without a program
//! too.

use super::window::Window;
use crate::platform::page;
use leptos::prelude::*;
use navigator::dial_address;
use words::entry::{call_label, other_call_label};
use words::phrases::{common, entry as say};

/// Calls an entry; nothing if its number is not known.
#[component]
pub fn Call(window: Window) -> impl IntoView {
    let number = window.channels.phone.clone();
    (!number.is_empty()).then(|| {
        let address = dial_address(&number);
        if page::is_kiosk() {
            // Nobody calls from a kiosk: the number to write down, and to take along by a phone's camera.
            page::load_part("share-box");
            return view! {
                <div class="call">
                    <span class="call-number">{number}</span>
                    <qr-code data-text=address></qr-code>
                </div>
            }
            .into_any();
        }
        view! {
            <a class="call" href=address aria-label=call_label(&window)>
                <span class="call-word">{common::CALL.text()}</span>
                <span class="call-number">{number}</span>
            </a>
        }
        .into_any()
    })
}

/// The entry's other numbers in its list of facts, each to be called, with what it is for; nothing where there are none.
#[component]
pub fn OtherNumbers(window: Window) -> impl IntoView {
    let others = &window.channels.other_phones;
    (!others.is_empty()).then(|| {
        let numbers: Vec<AnyView> = others
            .iter()
            .map(|other| {
                let label = other_call_label(&window, other);
                view! {
                    <dd class="other-number">
                        <Number number=other.number.clone() label /> " " {other.note.clone()}
                    </dd>
                }
                .into_any()
            })
            .collect();
        view! {
            <div>
                <dt>{say::OTHER_PHONES.text()}</dt>
                {numbers}
            </div>
        }
    })
}

/// A number among words, to be called; nobody calls from a kiosk.
#[component]
pub fn Number(
    number: String,
    /// What a screen reader says.
    label: String,
) -> impl IntoView {
    if page::is_kiosk() {
        return number.into_any();
    }
    let address = dial_address(&number);
    view! { <a href=address aria-label=label>{number}</a> }.into_any()
}
