//! What a card and a page say of one entry: how to reach it, what to say, and what is not known.

use super::call::OtherNumbers;
use super::copy::Copy;
use super::icon::Icon;
use super::open::OpenNow;
use super::place::Place;
use super::reach::WaysTo;
use super::text::{Fact, Heading, P};
use super::window::Window;
use crate::platform::{clock, page};
use leptos::prelude::*;
use navigator::Asker;
use words::entry::Origin;
use words::phrases::entry as say;
use words::{entry, hours};

/// Its names: the plain one large, the official one below.
#[component]
pub fn Title(
    window: Window,
    /// It is the heading of the screen.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let name = window.shown_name().to_owned();
    let official = official(&window);
    let name = if first {
        view! { <Heading text=name /> }.into_any()
    } else {
        view! { <h2>{name}</h2> }.into_any()
    };
    view! {
        {name}
        {official}
    }
}

/// The official name, where another one is shown.
pub fn official(window: &Window) -> Option<AnyView> {
    (window.shown_name() != window.name)
        .then(|| view! { <P class="official" text=window.name.clone() /> }.into_any())
}

/// The heart of a card: what it does, the call, when, and what to say first.
#[component]
pub fn About(window: Window) -> impl IntoView {
    view! {
        <P class="what" text=window.what.clone() />
        <Whose window=window.clone() />
        <WaysTo window=window.clone() />
        <OpenNow window=window.clone() />
        <Hours window=window.clone() />
        <Say window=window.clone() />
        <Place window=window.clone() />
        <CopyNumber window />
    }
}

/// Its number, to be copied.
#[component]
pub fn CopyNumber(window: Window) -> impl IntoView {
    let number = window.channels.phone.clone();
    (!number.is_empty() && !page::is_kiosk())
        .then(|| view! { <Copy text=number name=say::COPY_NUMBER /> }.into_any())
}

/// Whose number it is, where it is not the desk's own; or that there is none.
#[component]
pub fn Whose(window: Window) -> impl IntoView {
    entry::whose(&window.catalog, &window).map(|text| view! { <P class="via" text /> }.into_any())
}

/// What to say first: why one calls, and two sentences that are always all right.
#[component]
pub fn Say(window: Window) -> impl IntoView {
    let lines = entry::say_lines(&window);
    let lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
    view! { <Sentences label=say::SAY lines /> }
}

/// Sentences to say at a desk or on the phone; nothing where there are none.
#[component]
pub fn Sentences(#[prop(into)] label: String, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        view! {
            <div class="say">
                <P class="label" text=label />
                {quoted(lines)}
            </div>
        }
        .into_any()
    })
}

/// Each sentence as a paragraph.
pub fn quoted(lines: Vec<String>) -> Vec<AnyView> {
    let line = |line| view! { <p><q>{line}</q></p> }.into_any();
    lines.into_iter().map(line).collect()
}

/// What a helper may do here; nothing where the source does not say it.
#[component]
pub fn Askers(window: Window, asker: Asker) -> impl IntoView {
    entry::askers(&window, asker).map(|text| view! { <P class="askers" text /> }.into_any())
}

/// When it is open, in the sheet's words.
#[component]
pub fn Hours(window: Window) -> impl IntoView {
    let note = &window.hours.note;
    let note =
        (!note.is_empty()).then(|| view! { <P class="note" text=note.clone() /> }.into_any());
    let hall = hours::switchboard(&window.catalog, &window)
        .map(|text| view! { <P class="note" text /> }.into_any());
    view! {
        <div class="hours">
            <p>
                <span class="label">{hours::label(&window.catalog, &window).text()}</span>
                {hours::text(&window).to_owned()}
            </p>
            {note}
            {hall}
        </div>
    }
}

/// Everything else that is known, and by name what is not.
#[component]
pub fn Facts(window: Window) -> impl IntoView {
    // What is a button above is no row of words here.
    let buttons = [
        say::FAX,
        say::MAIL,
        say::FORM,
        say::CHAT,
        say::ADDRESS,
        say::ACCESS,
    ];
    let known: Vec<AnyView> = entry::facts(&window)
        .into_iter()
        .filter(|fact| !buttons.contains(&fact.label))
        .map(|fact| view! { <Fact name=fact.label text=fact.text /> }.into_any())
        .collect();
    let unknown = entry::unknown_sentence(&window)
        .map(|text| view! { <P class="warning" text /> }.into_any());
    view! {
        <dl class="facts">
            <OtherNumbers window=window.clone() />
            {known}
        </dl>
        {unknown}
        <OfficialPage url=window.url.clone() />
        <P class="source" text=entry::source(&window.catalog, &window, clock::now().day) />
        <OriginOf origin=entry::origin(&window.catalog, &window) />
        <Report window />
    }
}

/// Leads to a text about this window for whoever keeps the sheets, put together on the device (`public/parts/report.js`).
#[component]
fn Report(window: Window) -> impl IntoView {
    view! {
        <p class="foot">
            <button type="button" class="link" data-part="report" data-about=entry::report_about(&window)>
                {say::REPORT.text()}
            </button>
        </p>
    }
}

/// That nobody has checked it lately: once on a card.
#[component]
pub fn Trust(window: Window) -> impl IntoView {
    entry::card_mark(&window.catalog, &window, clock::now().day).map(|text| {
        view! {
            <p class="trust">
                <Icon name="alert-triangle" />
                {text}
            </p>
        }
        .into_any()
    })
}

/// The way to the official page; nothing where none is known.
#[component]
pub fn OfficialPage(url: String) -> impl IntoView {
    (!url.is_empty() && !page::is_kiosk()).then(|| {
        let text = say::OFFICIAL_PAGE_NEW.text().to_owned();
        view! { <p><Outside url text /></p> }.into_any()
    })
}

/// Where the facts come from.
#[component]
pub fn OriginOf(origin: Option<Origin>) -> impl IntoView {
    origin.map(|origin| {
        view! {
            <p class="source">
                {say::ORIGIN_LABEL.text()}
                <Outside url=origin.url text=origin.text />
            </p>
        }
        .into_any()
    })
}

/// Words that lead to another site, from which what was answered stays away. A kiosk leads to none.
#[component]
fn Outside(url: String, text: String) -> impl IntoView {
    if url.is_empty() || page::is_kiosk() {
        return text.into_any();
    }
    view! { <a href=url rel="noreferrer noopener" target="_blank">{text}</a> }.into_any()
}
