//! The page that a desk can use.

use crate::components::{Fact, P, Subheading, Window};
use crate::platform::clock;
use leptos::prelude::*;
use navigator::{Answers, Asker, Catalog, Field, Suggestion};
use std::sync::Arc;
use words::Phrase;
use words::answers::said;
use words::asks::asks;
use words::entry::number_note;
use words::hours::date;
use words::phrases::take;
use words::town::publisher;

/// How many windows stand on it, besides the lines for danger: it is one page.
const WINDOWS: usize = 4;
/// How many more of one kind stand below each.
const BRANCHES: usize = 2;
/// What is left for the pen.
const BLANK: &str = "\u{3000}";

#[component]
pub fn Sheet(
    catalog: Arc<Catalog>,
    answers: Answers,
    suggestions: Vec<Suggestion>,
) -> impl IntoView {
    let whose = match answers.asker {
        Asker::Myself => take::WHOSE_MYSELF,
        Asker::Family => take::WHOSE_FAMILY,
        Asker::Supporter => take::WHOSE_SUPPORTER,
    };
    let said: Vec<AnyView> = said(&catalog, &answers)
        .into_iter()
        .map(|one| view! { <Fact name=one.asked text=one.said /> }.into_any())
        .collect();
    let source = take::SOURCE.with(&[
        ("town", &catalog.town.name),
        ("newest", &catalog.version),
        ("made", &date(clock::now().day)),
    ]);
    let publisher = [&publisher(&catalog.town), catalog.town.contact.as_str()].concat();
    view! {
        <article class="sheet">
            <Subheading text=take::SHEET />
            <dl class="said">
                <Fact name=take::NAME text=BLANK />
                <Fact name=take::DATE text=BLANK />
                <Fact name=take::WHOSE text=whose />
                {said}
            </dl>
            <h3>{take::FIELDS.text()}</h3>
            <ul class="boxes">{fields(&catalog, &answers)}</ul>
            <Lines id="ask" name=take::ASK />
            <Lines id="care" name=take::CARE />
            <h3>{take::WINDOWS.text()}</h3>
            <ul class="rows">{windows(&catalog, &suggestions, answers.asker)}</ul>
            <P class="source" text=source />
            <P class="source" text=publisher />
        </article>
    }
}

/// All fields of trouble, those of the person's own troubles ticked.
fn fields(catalog: &Catalog, answers: &Answers) -> Vec<AnyView> {
    let field = |(place, field): (usize, &Field)| {
        let hit = answers
            .chosen_needs()
            .any(|need| usize::from(catalog.need(need).field) == place);
        let ticked = if hit {
            take::FIELD_HIT
        } else {
            take::FIELD_OTHER
        };
        let text = ticked.with(&[("field", &field.name)]);
        view! { <li>{text}</li> }.into_any()
    };
    catalog.fields.iter().enumerate().map(field).collect()
}

/// Each with what to say where the switchboard is asked, and the next of its branches or of other parts of town.
fn windows(catalog: &Arc<Catalog>, suggestions: &[Suggestion], asker: Asker) -> Vec<AnyView> {
    let number = |id, asks| {
        let window = Window::new(catalog, id);
        view! { <Number window asks /> }.into_any()
    };
    let mut others = 0;
    let mut numbers: Vec<AnyView> = Vec::new();
    for one in suggestions {
        others += usize::from(!one.crisis);
        if one.crisis || others <= WINDOWS {
            numbers.push(number(one.entry, asks(catalog, one, asker)));
            for &id in one.alternatives.iter().take(BRANCHES) {
                numbers.push(number(id, Vec::new()));
            }
        }
    }
    numbers
}

/// A window with its number, and whose that is where it is not the desk's own.
#[component]
fn Number(window: Window, asks: Vec<String>) -> impl IntoView {
    let note = number_note(&window.catalog, &window);
    let asks: Vec<AnyView> = asks
        .into_iter()
        .map(|line| view! { <q>{line}</q> }.into_any())
        .collect();
    view! {
        <li>
            {window.shown_name().to_owned()}
            <b>{window.channels.phone.clone()}</b>
            {note}
            {asks}
        </li>
    }
}

/// Lines to write on, on the screen or with a pen.
#[component]
fn Lines(id: &'static str, name: Phrase) -> impl IntoView {
    view! {
        <div class="lines">
            <label for=id>{name.text()}</label>
            <textarea id=id rows="3" autocomplete="off"></textarea>
        </div>
    }
}
