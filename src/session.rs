//! What the program holds while somebody uses it: a town, the answers, and the steps gone so far.
//!
//! The answers are the only state; every screen is worked out from them. All signals are owned here, at
//! the root, and live as long as the page.

use crate::browser;
use leptos::prelude::*;
use navigator::{Answers, Ask, Catalog, Day, EntryId, next_step};
use std::sync::Arc;

/// One screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The start screen of index.html.
    Start,
    /// A town's catalog is on its way.
    Loading,
    /// A town's catalog did not arrive, or is not of this program's version.
    Fault(Fault),
    /// Whom it is about.
    Asker,
    /// A question.
    Question(Question),
    /// The suggestions.
    Results,
    /// One entry's own page.
    Entry(EntryId),
}

/// A question on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// It was opened to change one answer: the answer leads straight back to the suggestions.
    pub to_change: bool,
}

impl Question {
    /// A question whose turn has come.
    pub fn new(ask: Ask) -> Self {
        Self {
            ask,
            to_change: false,
        }
    }

    /// A question that was answered before.
    pub fn to_change(ask: Ask) -> Self {
        Self {
            ask,
            to_change: true,
        }
    }
}

/// Why there is no catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This site does not serve the town.
    UnknownTown,
    /// The file did not arrive.
    NotLoaded,
    /// The file is of another version of the program, or damaged.
    Refused,
}

/// The handle that every screen gets.
#[derive(Clone, Copy)]
pub struct Session {
    catalog: StoredValue<Option<Arc<Catalog>>>,
    answers: RwSignal<Answers>,
    screen: RwSignal<Screen>,
    steps: StoredValue<Steps>,
}

#[derive(Default)]
struct Steps {
    screens: Vec<Screen>,
    at: usize,
}

impl Session {
    /// A session in which nothing was said yet.
    pub fn new() -> Self {
        let steps = Steps {
            screens: vec![Screen::Start],
            at: 0,
        };
        Self {
            catalog: StoredValue::new(None),
            answers: RwSignal::new(Answers::default()),
            screen: RwSignal::new(Screen::Start),
            steps: StoredValue::new(steps),
        }
    }

    /// The screen to draw.
    pub fn screen(self) -> Screen {
        self.screen.get()
    }

    /// The town's catalog; only screens after the choice of a town ask for it.
    pub fn catalog(self) -> Option<Arc<Catalog>> {
        self.catalog.get_value()
    }

    /// The answers as they are now.
    pub fn answers(self) -> Answers {
        self.answers.get_untracked()
    }

    /// Changes the answers.
    pub fn change(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
    }

    /// Today, in Japan.
    pub fn today(self) -> Day {
        browser::now().day
    }

    /// Goes on to a screen; the browser's Back leads here again.
    pub fn go(self, screen: Screen) {
        let number = self
            .steps
            .try_update_value(|steps| {
                steps.screens.truncate(steps.at + 1);
                steps.screens.push(screen.clone());
                steps.at = steps.screens.len() - 1;
                steps.at
            })
            .unwrap_or_default();
        browser::push_step(number);
        self.screen.set(screen);
    }

    /// Puts another screen in the place of the present one.
    pub fn replace(self, screen: Screen) {
        let number = self
            .steps
            .try_update_value(|steps| {
                let at = steps.at;
                if let Some(present) = steps.screens.get_mut(at) {
                    *present = screen.clone();
                }
                at
            })
            .unwrap_or_default();
        browser::name_step(number);
        self.screen.set(screen);
    }

    /// Follows the browser back or forward.
    pub fn follow(self, number: usize) {
        let screen = self
            .steps
            .try_update_value(|steps| {
                let screen = steps.screens.get(number).cloned();
                if screen.is_some() {
                    steps.at = number;
                }
                screen
            })
            .flatten();
        self.screen.set(screen.unwrap_or(Screen::Start));
    }

    /// A link with a town in it was followed: the browser has added a step of its own.
    pub fn enter(self) {
        self.steps.update_value(|steps| {
            steps.screens.truncate(steps.at + 1);
            steps.screens.push(Screen::Loading);
            steps.at = steps.screens.len() - 1;
        });
        self.replace(Screen::Loading);
    }

    /// Takes a town's catalog; what was said of another town's is gone.
    pub fn set_catalog(self, catalog: Catalog) {
        self.catalog.set_value(Some(Arc::new(catalog)));
        self.answers.set(Answers::default());
    }

    /// Puts a question.
    pub fn ask(self, question: Question) {
        self.go(Screen::Question(question));
    }

    /// Goes on after an answer: to the next question, or to the suggestions when there is none.
    pub fn go_on_from(self, question: Question) {
        let next = self
            .catalog()
            .filter(|_| !question.to_change)
            .and_then(|catalog| next_step(&catalog, &self.answers(), self.today()));
        match next {
            Some(ask) => self.ask(Question::new(ask)),
            None => self.go(Screen::Results),
        }
    }
}
