//! What the program holds while somebody uses it: a town, the answers, and the steps gone so far.
//!
//! The answers are the only state; every screen is worked out from them.

use crate::browser;
use crate::dom;
use crate::screens;
use navigator::{Answers, Ask, Catalog, EntryId, NeedId, PlanItemId, next_step, suggest};
use std::cell::RefCell;
use std::rc::Rc;

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
    /// Everything there is, without any question.
    List(List),
    /// One trouble's own page.
    Need(NeedId),
    /// One measure's own page.
    Measure(PlanItemId),
    /// To take along: a sheet for the desk, a link, keeping it on this device.
    Take,
}

/// By what a list of everything is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The troubles, by field.
    Needs,
    /// The windows, by how their names are read.
    Windows,
    /// The town's plan.
    Plan,
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
    /// The link, or what was kept on the device, says nothing that can be read.
    Link,
}

/// The handle that every screen gets.
#[derive(Clone)]
pub struct Session {
    told: Rc<RefCell<Told>>,
    stage: web_sys::HtmlElement,
}

/// What was chosen and said so far, and the steps that led here.
struct Told {
    catalog: Option<Rc<Catalog>>,
    answers: Answers,
    steps: Vec<Screen>,
    at: usize,
}

impl Session {
    /// A session in which nothing was said yet, drawn on this element.
    pub fn new(stage: web_sys::HtmlElement) -> Self {
        Self {
            told: Rc::new(RefCell::new(Told {
                catalog: None,
                answers: Answers::default(),
                steps: vec![Screen::Start],
                at: 0,
            })),
            stage,
        }
    }

    /// The town's catalog, once it is here.
    pub fn catalog(&self) -> Option<Rc<Catalog>> {
        self.told.borrow().catalog.clone()
    }

    /// The answers as they are now.
    pub fn answers(&self) -> Answers {
        self.told.borrow().answers.clone()
    }

    /// Changes the answers.
    pub fn change(&self, change: impl FnOnce(&mut Answers)) {
        change(&mut self.told.borrow_mut().answers);
        // The device says whether the person asked for it: it may have been wiped outside the program.
        if browser::has_saved() && !self.is_private() {
            // A full or blocked storage must not stop anybody; the take-along screen says it.
            self.save();
        }
    }

    /// Takes over answers that a link brought. What is kept on this device stays until something is answered here.
    pub fn take_over(&self, answers: Answers) {
        self.told.borrow_mut().answers = answers;
    }

    /// True if somebody whom the person fears may look at this device: nothing more is kept on it.
    fn is_private(&self) -> bool {
        let today = browser::now().day;
        self.catalog()
            .is_some_and(|catalog| suggest(&catalog, &self.answers(), today).private)
    }

    /// Keeps the answers on this device from now on; false if the device does not let it.
    pub fn save(&self) -> bool {
        browser::save(&self.as_text(&self.answers()))
    }

    /// These answers as they stand behind `#` in a link: the town, then what was said, if anything was.
    pub fn as_text(&self, answers: &Answers) -> String {
        self.catalog().map_or_else(String::new, |catalog| {
            if *answers == Answers::default() {
                return catalog.town.id.clone();
            }
            [&catalog.town.id, ";", &answers.to_text(&catalog)].concat()
        })
    }

    /// Goes on to a screen; the browser's Back leads here again.
    pub fn go(&self, screen: Screen) {
        let number = self.told.borrow_mut().step(&screen);
        browser::push_step(number);
        self.show(screen);
    }

    /// Puts another screen in the place of the present one.
    pub fn replace(&self, screen: Screen) {
        browser::name_step(self.told.borrow_mut().put(&screen));
        self.show(screen);
    }

    /// True while a town's catalog is on its way.
    pub fn is_loading(&self) -> bool {
        let told = self.told.borrow();
        told.steps.get(told.at) == Some(&Screen::Loading)
    }

    /// Follows the browser back or forward; false if there is no such step, or nothing came of it.
    pub fn follow(&self, number: usize) -> bool {
        let screen = self.told.borrow_mut().at(number);
        let screen = screen.filter(|screen| *screen != Screen::Loading);
        let known = screen.is_some();
        if let Some(screen) = screen {
            self.show(screen);
        }
        known
    }

    /// A link with a town in it was followed: the browser has added a step of its own.
    pub fn enter(&self) {
        self.told.borrow_mut().step(&Screen::Loading);
        self.replace(Screen::Loading);
    }

    /// Takes a town's catalog; what was said of another town's is gone.
    pub fn set_catalog(&self, catalog: Catalog) {
        let mut told = self.told.borrow_mut();
        told.catalog = Some(Rc::new(catalog));
        told.answers = Answers::default();
    }

    /// Puts a question.
    pub fn ask(&self, question: Question) {
        self.go(Screen::Question(question));
    }

    /// Goes on after an answer: to the next question, or to the suggestions when there is none.
    pub fn go_on_from(&self, question: Question) {
        let next = self
            .catalog()
            .filter(|_| !question.to_change)
            .and_then(|catalog| next_step(&catalog, &self.answers(), browser::now().day));
        match next {
            Some(ask) => self.ask(Question::new(ask)),
            None => self.go(Screen::Results),
        }
    }

    /// Draws a screen; nothing of the session may be borrowed.
    fn show(&self, screen: Screen) {
        browser::show_start(screen == Screen::Start);
        dom::show(&self.stage, || screens::draw(self, &screen));
        browser::attend_to_heading();
    }
}

impl Told {
    /// Puts another step in the place of the present one, and tells its number.
    fn put(&mut self, screen: &Screen) -> usize {
        if let Some(present) = self.steps.get_mut(self.at) {
            present.clone_from(screen);
        }
        self.at
    }

    /// Goes to a step, if there is one of this number.
    fn at(&mut self, number: usize) -> Option<Screen> {
        let screen = self.steps.get(number).cloned();
        if screen.is_some() {
            self.at = number;
        }
        screen
    }

    /// Adds a step after the present one, whose others are forgotten as the browser forgets them.
    fn step(&mut self, screen: &Screen) -> usize {
        self.steps.truncate(self.at + 1);
        self.steps.push(screen.clone());
        self.at = self.steps.len() - 1;
        self.at
    }
}
