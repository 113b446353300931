//! What can be measured of a screen: its width, its headings, and how large its targets are.

use serde_json::Value;

use crate::{Browser, Step};

/// A target that lies outside the page until it has the focus (「本文へ」) is no target yet. A label whose own field is large
/// enough is not what one taps. A link within a sentence may be as high as the line (WCAG 2.2, 2.5.8).
const LOOK: &str = "
const [least] = arguments;
const seen = (each) => each.checkVisibility({ visibilityProperty: true });
const box = (each) => each.getBoundingClientRect();
const inSentence = (each) => each.tagName === 'A' && getComputedStyle(each).display === 'inline'
  && each.parentElement.textContent.trim() !== each.textContent.trim();
const small = [...document.querySelectorAll('a, button, summary, label')]
  .filter((each) => seen(each) && box(each).bottom + scrollY > 0 && box(each).height < least && !inSentence(each))
  .filter((each) => !(each.control && box(each.control).height >= least))
  .map((each) => `${each.tagName.toLowerCase()}.${each.className} 「${each.textContent.trim()}」 ${box(each).height.toFixed(1)} px`);
const headings = [...document.querySelectorAll('h1')].filter(seen);
return {
  width: document.documentElement.scrollWidth,
  headings: headings.map((each) => each.textContent),
  announced: headings.some((each) => each === document.activeElement),
  inSight: headings.every((each) => box(each).top >= 0 && box(each).bottom <= innerHeight),
  small,
}";

/// One look at a screen.
#[derive(Debug)]
pub struct Look {
    /// How wide the page is, in CSS pixels: more than the window means that it scrolls sideways.
    pub width: i64,
    /// The texts of the first-level headings in sight.
    pub headings: Vec<String>,
    /// Whether such a heading has the focus.
    pub announced: bool,
    /// Whether the heading is within the window.
    pub heading_in_sight: bool,
    /// Targets that are too low, described.
    pub small_targets: Vec<String>,
}

impl Look {
    /// Looks at what `browser` shows now; a target is to be 44 CSS pixels high.
    pub fn at(browser: &Browser) -> Step<Self> {
        Self::with_targets_of(browser, 44)
    }

    /// Looks at what `browser` shows now; a target is to be so many CSS pixels high.
    pub fn with_targets_of(browser: &Browser, least: u32) -> Step<Self> {
        let seen = browser.run(LOOK, &[least.into()])?;
        Ok(Self {
            width: seen["width"].as_i64().unwrap_or(i64::MAX),
            headings: texts(&seen["headings"]),
            announced: seen["announced"] == true,
            heading_in_sight: seen["inSight"] == true,
            small_targets: texts(&seen["small"]),
        })
    }
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter()
        .filter_map(|each| each.as_str().map(String::from))
        .collect()
}
