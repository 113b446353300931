//! The button that dials.
//!
//! A number is dialled from one place: `#` is encoded, and a screen reader says it digit by digit.

use leptos::prelude::*;

/// A button that calls `number`; `name` says whom.
#[component]
pub fn Call(number: String, #[prop(into)] name: String) -> impl IntoView {
    let address = format!("tel:{}", number.replace('#', "%23").replace('-', ""));
    let label = format!("{name}に電話する。番号は {}", spoken(&number));
    view! {
        <a class="call" href=address aria-label=label>
            <span class="call-word">"電話する"</span>
            <span class="call-number">{number}</span>
        </a>
    }
}

/// 048-423-5082 as 「0 4 8、4 2 3、5 0 8 2」.
pub fn spoken(number: &str) -> String {
    let mut words = String::new();
    for sign in number.chars() {
        match sign {
            '-' => words.push('、'),
            '#' => words.push_str("シャープ "),
            digit => {
                words.push(digit);
                words.push(' ');
            }
        }
    }
    words
}
