//! Drawing: a thin builder over the browser's own elements.
//!
//! A framework's views become code anew for every shape of view: these screens weighed 119 KB of wasm in
//! brotli with Leptos' `view!` (see ARCHITECTURE.md). Handlers are not hung on elements: one listener on the stage finds them by number,
//! so a screen that is thrown away leaves nothing behind.

use crate::browser;
use crate::live::{forget_drawn, whenever};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlInputElement};

/// What a handler is given: the element that it was put on, as the browser has it.
type Handler = Rc<dyn Fn(&Element)>;

/// The events that screens listen to. They are caught on their way down, since `toggle` does not rise.
const EVENTS: [&str; 5] = ["click", "change", "input", "submit", "toggle"];

thread_local! {
    static HANDLERS: RefCell<Vec<Handler>> = const { RefCell::new(Vec::new()) };
}

/// An element under construction.
#[derive(Clone)]
pub struct El(Element);

fn document() -> Document {
    // The program runs in a page or not at all; without one the start screen of index.html stays.
    browser::document().unwrap_or_else(|| wasm_bindgen::throw_str("no document"))
}

/// A new element.
#[inline(never)]
pub fn el(tag: &str) -> El {
    match document().create_element(tag) {
        Ok(element) => El(element),
        Err(fault) => wasm_bindgen::throw_val(fault),
    }
}

/// A new element of a class.
#[inline(never)]
pub fn el_of(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A paragraph of a class.
#[inline(never)]
pub fn p(class: &str, text: &str) -> El {
    el_of("p", class).text(text)
}

/// A button of a class that does something.
pub fn button(class: &str, text: &str, act: impl Fn() + 'static) -> El {
    el_of("button", class)
        .attr("type", "button")
        .text(text)
        .on("click", move |_| act())
}

/// The heading of a screen; it takes the focus when the screen is drawn.
pub fn heading(text: &str) -> El {
    el("h1").attr("tabindex", "-1").text(text)
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        let _ = self.0.append_with_str_1(text);
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds an element, if there is one.
    #[inline(never)]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            let _ = self.0.append_child(&child.0);
        }
        self
    }

    /// Calls `act` at an event on this element or inside it.
    pub fn on(self, event: &str, act: impl Fn(&Element) + 'static) -> Self {
        self.handle(event, Rc::new(act))
    }

    // One body for all handlers, here and below: a generic one would be compiled anew for each.
    #[inline(never)]
    fn handle(self, event: &str, act: Handler) -> Self {
        let number = HANDLERS.with_borrow_mut(|handlers| {
            handlers.push(act);
            handlers.len() - 1
        });
        self.attr(&["data-", event].concat(), &number.to_string())
    }

    /// Sets text that follows what it reads.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(text))
    }

    #[inline(never)]
    fn follow_text(self, text: Box<dyn Fn() -> String>) -> Self {
        let element = self.0.clone();
        whenever(Box::new(move || element.set_text_content(Some(&text()))));
        self
    }

    /// Sets elements that follow what they read.
    pub fn live(self, draw: impl Fn() -> Vec<El> + 'static) -> Self {
        self.follow_elements(Box::new(draw))
    }

    #[inline(never)]
    fn follow_elements(self, draw: Box<dyn Fn() -> Vec<El>>) -> Self {
        let element = self.0.clone();
        whenever(Box::new(move || {
            element.set_text_content(None);
            for child in draw() {
                let _ = element.append_child(&child.0);
            }
        }));
        self
    }

    /// Keeps a box or a circle marked.
    pub fn live_checked(self, checked: impl Fn() -> bool + 'static) -> Self {
        self.follow_flag(Box::new(checked), set_checked)
    }

    /// Keeps the element out of sight.
    pub fn live_hidden(self, hidden: impl Fn() -> bool + 'static) -> Self {
        self.follow_flag(Box::new(hidden), browser::hide)
    }

    #[inline(never)]
    fn follow_flag(self, flag: Box<dyn Fn() -> bool>, set: fn(&Element, bool)) -> Self {
        let element = self.0.clone();
        whenever(Box::new(move || set(&element, flag())));
        self
    }
}

/// True if the box or circle is marked.
pub fn is_checked(element: &Element) -> bool {
    element
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(HtmlInputElement::checked)
}

/// What was typed.
pub fn typed(element: &Element) -> String {
    element
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value)
        .unwrap_or_default()
}

fn set_checked(element: &Element, checked: bool) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_checked(checked);
    }
}

/// Puts a screen on the stage in place of the one before, whose handlers and followers are gone first.
pub fn show(stage: &Element, screen: impl FnOnce() -> Vec<El>) {
    forget_drawn();
    HANDLERS.with_borrow_mut(Vec::clear);
    stage.set_text_content(None);
    for part in screen() {
        let _ = stage.append_child(&part.0);
    }
}

/// Listens on the stage, once, for all screens.
pub fn listen(stage: &Element) {
    let listener = Closure::<dyn Fn(Event)>::new(|event: Event| handle(&event));
    for event in EVENTS {
        let _ = stage.add_event_listener_with_callback_and_bool(
            event,
            listener.as_ref().unchecked_ref(),
            true,
        );
    }
    // Lives as long as the page.
    listener.forget();
}

fn handle(event: &Event) {
    let mark = ["data-", &event.type_()].concat();
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let Ok(Some(element)) = target.closest(&["[", &mark, "]"].concat()) else {
        return;
    };
    if event.type_() == "submit" {
        event.prevent_default();
    }
    let handler = element
        .get_attribute(&mark)
        .and_then(|number| number.parse::<usize>().ok())
        .and_then(|number| HANDLERS.with_borrow(|handlers| handlers.get(number).cloned()));
    if let Some(handler) = handler {
        handler(&element);
    }
}
