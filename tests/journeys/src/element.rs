//! One element of the page, as the driver knows it.

use serde_json::{Value, json};

use crate::wire::Wire;
use crate::{Fault, Step};

/// The key that the WebDriver standard gives to an element's id.
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page that was open when it was found.
#[derive(Debug, Clone)]
pub struct Element {
    wire: Wire,
    id: String,
}

impl Element {
    /// Reads an element out of a driver's answer, such as that of a script.
    pub(crate) fn of(session: &Wire, answer: &Value) -> Option<Self> {
        let id = answer[KEY].as_str()?;
        Some(Self {
            wire: session.below(&format!("/element/{id}")),
            id: id.to_owned(),
        })
    }

    /// As an argument of a script.
    pub fn argument(&self) -> Value {
        json!({ KEY: self.id })
    }

    /// Clicks in its middle, as a person would: it has to be in sight and nothing may lie over it.
    pub fn click(&self) -> Step<()> {
        self.wire.post("/click", &json!({})).map(drop)
    }

    /// The text that is seen of it.
    pub fn text(&self) -> Step<String> {
        self.string("/text")
    }

    /// An attribute as the page wrote it; none where there is none.
    pub fn attribute(&self, name: &str) -> Step<Option<String>> {
        let value = self.wire.get(&format!("/attribute/{name}"))?;
        Ok(value.as_str().map(String::from))
    }

    /// Its role to a screen reader, such as `button`.
    pub fn role(&self) -> Step<String> {
        self.string("/computedrole")
    }

    /// Its name to a screen reader.
    pub fn label(&self) -> Step<String> {
        self.string("/computedlabel")
    }

    /// Types `text` into it.
    pub fn type_in(&self, text: &str) -> Step<()> {
        self.wire.post("/value", &json!({ "text": text })).map(drop)
    }

    /// Empties an input.
    pub fn clear(&self) -> Step<()> {
        self.wire.post("/clear", &json!({})).map(drop)
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> Step<(f64, f64)> {
        let rect = self.wire.get("/rect")?;
        match (rect["width"].as_f64(), rect["height"].as_f64()) {
            (Some(width), Some(height)) => Ok((width, height)),
            _ => Err(Fault::new(
                "WebDriver /rect",
                format!("unreadable: {rect}"),
                "run the journey again",
            )),
        }
    }

    fn string(&self, path: &str) -> Step<String> {
        Ok(self.wire.get(path)?.as_str().unwrap_or_default().to_owned())
    }
}
