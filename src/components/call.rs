//! Numbers among words. How a number is dialled is said in the navigator, for the lists without a program too.

use super::window::Window;
use crate::platform::page;
use leptos::prelude::*;
use navigator::dial_address;
use words::entry::other_call_label;
use words::phrases::entry as say;

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
        .into_any()
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
