//! The program's part of the page: the screen of the present step, drawn anew for each step.

use crate::platform::page;
use crate::screens;
use crate::state::Session;
use leptos::either::Either;
use leptos::prelude::*;

/// Starts the program on the page.
pub fn start() {
    let Some(stage) = page::stage() else { return };
    let session = Session::new();
    mount_to(stage, move || {
        provide_context(session);
        view! { <App session /> }
    })
    .forget();
    session.take_over();
}

#[component]
fn App(session: Session) -> impl IntoView {
    let mut odd = false;
    move || {
        let screen = screens::draw(session.scene());
        odd = !odd;
        // Never one screen made into the next: marks, open folds and the focus would stay where they were.
        if odd {
            Either::Left(screen)
        } else {
            Either::Right(screen)
        }
    }
}
