//! Keeping the answers on this device: off until the person asks for it.

use crate::components::{Button, LiveViews, P, Subheading};
use crate::state::{Kept, use_session};
use leptos::prelude::*;
use words::Phrase;
use words::phrases::take;

#[component]
pub fn Keep() -> impl IntoView {
    let session = use_session();
    let failed = RwSignal::new(false);
    let keep = move || failed.set(!session.keep());
    let forget = move || {
        session.forget();
        failed.set(false);
    };
    // Asked anew of the device each time: it may have been wiped elsewhere.
    let told: LiveViews = Box::new(move || {
        let failed = failed.get();
        match session.kept() {
            Kept::These => vec![
                view! { <P class="keep-on" text=take::KEPT /> }.into_any(),
                view! { <Button class="quiet" text=take::FORGET act=Box::new(forget) /> }.into_any(),
            ],
            state => vec![
                view! { <P text=not_kept(state) /> }.into_any(),
                view! { <P class="fault-line" text=if failed { take::KEEP_FAILED.text() } else { "" } /> }
                    .into_any(),
                view! { <Button class="quiet" text=take::KEEP act=Box::new(keep) /> }.into_any(),
            ],
        }
    });
    view! {
        <section class="keep">
            <Subheading text=take::KEEP />
            <div aria-live="polite">{told}</div>
        </section>
    }
}

fn not_kept(state: Kept) -> Phrase {
    if state == Kept::Others {
        take::KEPT_OTHERS
    } else {
        take::KEEP_LEAD
    }
}
