//! What follows the signals that it reads. Boxed, so that all of a sort share one body.

use leptos::prelude::AnyView;

/// A text.
pub type LiveText = Box<dyn Fn() -> String + Send>;
/// Parts of the page.
pub type LiveViews = Box<dyn Fn() -> Vec<AnyView> + Send>;
