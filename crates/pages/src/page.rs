//! The pages of a town that need no program.

use words::Phrase;
use words::phrases::pages as say;

/// The pages of a town, in the order of the way between them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// What there is.
    Hub,
    /// By trouble.
    Needs,
    /// By name.
    Windows,
    /// By the plan.
    Plan,
    /// How far everybody can use the site.
    Access,
}

impl Page {
    pub const ALL: [Self; 5] = [
        Self::Hub,
        Self::Needs,
        Self::Windows,
        Self::Plan,
        Self::Access,
    ];

    /// Its file's name.
    pub fn file(self) -> &'static str {
        match self {
            Self::Hub => "index.html",
            Self::Needs => "needs.html",
            Self::Windows => "windows.html",
            Self::Plan => "plan.html",
            Self::Access => "accessibility.html",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        let name: Phrase = match self {
            Self::Hub => say::HUB,
            Self::Needs => say::NEEDS,
            Self::Windows => say::WINDOWS,
            Self::Plan => say::PLAN,
            Self::Access => say::ACCESS,
        };
        name.text()
    }
}
