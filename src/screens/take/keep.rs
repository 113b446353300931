//! Keeping the answers on this device: off until the person asks for it.

use crate::components::{Button, P};
use crate::state::{Kept, use_session};
use leptos::prelude::*;
use words::phrases::take;

#[component]
pub fn Keep() -> impl IntoView {
    let session = use_session();
    let kept = RwSignal::new(session.kept());
    let failed = RwSignal::new(false);
    let keep = move || {
        failed.set(!session.keep());
        kept.set(session.kept());
    };
    let forget = move || {
        session.forget();
        kept.set(session.kept());
    };
    let told = move || {
        match kept.get() {
        Kept::These => vec![
            view! { <P class="keep-on" text=take::KEPT /> }.into_any(),
            view! { <Button class="quiet" text=take::FORGET act=Box::new(forget) /> }.into_any(),
        ],
        state => vec![
            view! { <P text=if state == Kept::Others { take::KEPT_OTHERS } else { take::KEEP_LEAD } /> }.into_any(),
            failed.get().then(|| view! { <P class="fault-line" text=take::KEEP_FAILED /> }).into_any(),
            view! { <Button class="quiet" text=take::KEEP act=Box::new(keep) /> }.into_any(),
        ],
    }
    };
    view! {
        <section class="keep">
            <h2>{take::KEEP.text()}</h2>
            <div aria-live="polite">{told}</div>
        </section>
    }
}
