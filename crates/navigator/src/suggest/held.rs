//! What the answers make of conditions: of the rules, and of the lines that kinds and windows draw.

use crate::logic::Truth;
use crate::model::{Answer, Answers, Catalog, Expr, QuestionSet};

/// What the answers make of a condition, as its reader tells it.
pub trait Held: Copy + PartialEq {
    /// Reads a condition against the answers.
    fn of(when: &Expr, catalog: &Catalog, answers: &Answers) -> Self;
}

/// Whether a rule speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RuleHeld {
    /// It does not.
    No,
    /// It may: 「わからない」 or a refusal left it open. What was not asked counts as not so.
    LeftOpen,
    /// It does.
    Yes,
}

impl Held for RuleHeld {
    fn of(when: &Expr, catalog: &Catalog, answers: &Answers) -> Self {
        if when.read(catalog, answers) == Truth::Yes {
            Self::Yes
        } else if when.may_hold(catalog, answers) {
            Self::LeftOpen
        } else {
            Self::No
        }
    }
}

/// Whether a kind or a window can help the person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// It cannot.
    No,
    /// It is not known yet.
    Unknown,
    /// It can.
    Yes,
    /// It can, and there are answers to tell that this rests on.
    Told,
}

impl Help {
    /// The same in Kleene's words.
    pub fn truth(self) -> Truth {
        match self {
            Self::No => Truth::No,
            Self::Unknown => Truth::Unknown,
            Self::Yes | Self::Told => Truth::Yes,
        }
    }
}

impl Held for Help {
    fn of(fits: &Expr, catalog: &Catalog, answers: &Answers) -> Self {
        match fits.read(catalog, answers) {
            Truth::No => Self::No,
            Truth::Unknown => Self::Unknown,
            Truth::Yes => {
                let mut told = false;
                fits.each_circumstance(&mut |question, options| {
                    if let Answer::Chosen(chosen) = answers.said_to(catalog, question) {
                        told |= chosen.meets(options);
                    }
                });
                if told { Self::Told } else { Self::Yes }
            }
        }
    }
}

/// The answers given, and those that are tried in their place.
pub struct Trial<'a> {
    pub catalog: &'a Catalog,
    pub given: &'a Answers,
    pub tried: Answers,
    /// The questions whose answers may differ between the two.
    pub changed: QuestionSet,
    /// To each question those that decide whether it applies, and itself. Empty if nothing will be tried.
    pub reach: Vec<QuestionSet>,
}

/// A condition, what was made of it, and what is made of it now.
pub struct Watched<'a, T> {
    when: &'a Expr,
    /// The questions that it rests on, be it by way of others.
    names: QuestionSet,
    given: T,
    pub tried: T,
}

impl<'a, T: Held> Watched<'a, T> {
    /// Takes a condition in.
    pub fn new(when: &'a Expr, trial: &Trial) -> Self {
        let mut names = QuestionSet::default();
        if !trial.reach.is_empty() {
            for question in when.questions().iter() {
                names.add(&trial.reach[question.index()]);
            }
        }
        let given = T::of(when, trial.catalog, trial.given);
        let mut watched = Self {
            when,
            names,
            given,
            tried: given,
        };
        watched.turns(trial);
        watched
    }

    /// Reads it anew if the trial touches it. True if the answers that are tried make something else of it.
    pub fn turns(&mut self, trial: &Trial) -> bool {
        self.tried = if self.names.meets(&trial.changed) {
            T::of(self.when, trial.catalog, &trial.tried)
        } else {
            self.given
        };
        self.tried != self.given
    }
}
