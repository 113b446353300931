//! One element of the page, as the driver knows it.

use std::sync::Arc;

use fantoccini::elements::{Element as Known, ElementRef};
use serde_json::{Value, json};

use crate::Step;
use crate::session::Session;

/// The key that the WebDriver standard gives to an element's id.
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page that was open when it was found.
#[derive(Debug, Clone)]
pub struct Element {
    session: Arc<Session>,
    known: Known,
}

impl Element {
    /// An element that the driver has found.
    pub(crate) fn of(session: &Arc<Session>, known: Known) -> Self {
        let session = Arc::clone(session);
        Self { session, known }
    }

    /// Reads an element out of a script's answer.
    pub(crate) fn told(session: &Arc<Session>, answer: &Value) -> Option<Self> {
        let id = ElementRef::from(answer[KEY].as_str()?.to_owned());
        let known = Known::from_element_id(session.client().clone(), id);
        Some(Self::of(session, known))
    }

    /// As an argument of a script.
    pub fn argument(&self) -> Value {
        json!({ KEY: self.known.element_id().to_string() })
    }

    /// Clicks in its middle, as a person would: it has to be in sight and nothing may lie over it.
    pub fn click(&self) -> Step<()> {
        self.session.wait("click", self.known.click())
    }

    /// The text that is seen of it.
    pub fn text(&self) -> Step<String> {
        self.session.wait("text", self.known.text())
    }

    /// An attribute as the page wrote it; none where there is none.
    pub fn attribute(&self, name: &str) -> Step<Option<String>> {
        self.session.wait("attribute", self.known.attr(name))
    }

    /// Its role to a screen reader, such as `button`.
    pub fn role(&self) -> Step<String> {
        self.computed("role")
    }

    /// Its name to a screen reader.
    pub fn label(&self) -> Step<String> {
        self.computed("label")
    }

    /// Types `text` into it.
    pub fn type_in(&self, text: &str) -> Step<()> {
        self.session.wait("type", self.known.send_keys(text))
    }

    /// Empties an input.
    pub fn clear(&self) -> Step<()> {
        self.session.wait("clear", self.known.clear())
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> Step<(f64, f64)> {
        let (_, _, width, height) = self.session.wait("size", self.known.rectangle())?;
        Ok((width, height))
    }

    fn computed(&self, what: &str) -> Step<String> {
        let path = format!("element/{}/computed{what}", self.known.element_id());
        let told = self.session.ask(path, None)?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }
}
