//! The handle that every screen gets: what can be done from there, and what then changes on the page.

use super::left;
use super::load;
use super::screen::{Fault, Question, Screen};
use super::steps::{Scene, Steps};
use super::visit::{Brought, Source, Visit, VisitId, kept_text};
use crate::platform::page::Part;
use crate::platform::storage::{self, Place};
use crate::platform::{clock, history, page};
use leptos::prelude::*;
use leptos::task::spawn_local;
use navigator::{Answers, Ask, Asker, Catalog, next_step, suggest};
use std::sync::Arc;

/// The one signal of the program, owned at its root: whatever is drawn follows the present step.
#[derive(Clone, Copy)]
pub struct Session(RwSignal<Steps>);

/// The session of this page.
pub fn use_session() -> Session {
    expect_context()
}

/// How the answers of this visit are kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing is kept.
    Nothing,
    /// These answers are, and what is said later too.
    These,
    /// Others are: of another visit, another town, another window.
    Others,
}

impl Session {
    /// A session in which nothing was said yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Steps::default()))
    }

    /// What is to be seen now; whoever asks is drawn again when it changes.
    pub fn scene(self) -> Scene {
        self.0.with(Steps::scene)
    }

    // One body each for what reads and what changes the steps: closures of their own are compiled anew wherever they stand.

    fn visit(self) -> Option<Visit> {
        self.0.with_untracked(|steps| steps.visit().cloned())
    }

    fn at(self) -> usize {
        self.0.with_untracked(Steps::at)
    }

    fn change_steps(self, change: &mut dyn FnMut(&mut Steps)) {
        self.0.update_untracked(|steps| change(steps));
    }

    fn change_visit(self, change: &mut dyn FnMut(&mut Visit)) {
        self.change_steps(&mut |steps| {
            if let Some(visit) = steps.visit_mut() {
                change(visit);
            }
        });
    }

    /// Takes over what was tapped before the program came, and follows the browser's history from then on. What stands there
    /// already stays as it is, focus and all.
    pub fn take_over(self) {
        let asker = page::take_over();
        let town = history::town();
        if !town.is_empty() {
            self.enter(town);
            if let Some(asker) = asker {
                self.change(|said| said.asker = asker);
                self.change_steps(&mut |steps| {
                    steps.go(Screen::Question(Question::new(Ask::Needs)));
                });
            }
            history::name_step(self.at());
            self.redraw();
        }
        page::on_asker(move |asker| self.is_about(asker));
        history::on_step(move |number| self.follow(number));
    }

    /// The browser went back or forward, or a link with a town in it was followed.
    fn follow(self, number: Option<usize>) {
        let town = history::town();
        let mut known = false;
        self.change_steps(&mut |steps| {
            known = number.is_some_and(|number| steps.follow(number, &town));
            if !known && (number.is_some() || town.is_empty()) {
                steps.follow(0, "");
            }
        });
        if !known && number.is_some() {
            // Of a page that is gone: what was said there is, too.
            page::clear();
        } else if !known && !town.is_empty() {
            self.enter(town);
            history::name_step(self.at());
        }
        self.show();
    }

    /// Begins a visit, and asks for its files.
    fn enter(self, town: String) {
        let brought = brought();
        self.change_steps(&mut |steps| steps.enter(town.clone(), brought.clone()));
        if let Some(visit) = self.visit() {
            spawn_local(async move {
                let files = load::catalog_of(&visit.town).await.map(Arc::new);
                self.take_in(visit.id, &files);
            });
        }
    }

    fn take_in(self, id: VisitId, files: &Result<Arc<Catalog>, Fault>) {
        let before = self.part();
        let mut is_seen = false;
        let today = clock::now().day;
        self.change_steps(&mut |steps| is_seen = steps.take_in(id, files.clone(), today));
        // Nobody is led away from where they are.
        if is_seen && self.part() == before {
            self.redraw();
        } else if is_seen {
            self.show();
        }
    }

    /// Goes on to a screen; the browser's Back leads here again.
    pub fn go(self, screen: Screen) {
        self.change_steps(&mut |steps| steps.go(screen));
        history::push_step(self.at());
        self.show();
    }

    /// Begins the visit anew, in the place of a link that could not be read.
    pub fn begin_anew(self) {
        self.change_steps(&mut Steps::begin_anew);
        self.show();
    }

    /// Has the present step drawn, and leads the reader to it.
    fn show(self) {
        self.redraw();
        page::attend();
    }

    fn redraw(self) {
        let here = self.visit().filter(|visit| visit.catalog.is_some());
        let town = here.map(|visit| visit.town).unwrap_or_default();
        page::stand(self.part(), &town);
        self.keep_in_tab();
        self.0.notify();
    }

    fn part(self) -> Part {
        part_of(&self.0.with_untracked(Steps::scene))
    }

    /// What was said, also where it does not count now: the question shows it again.
    pub fn said(self) -> Answers {
        self.visit().map(|visit| visit.said).unwrap_or_default()
    }

    /// Changes the answers.
    pub fn change(self, change: impl Fn(&mut Answers)) {
        self.change_visit(&mut |visit| {
            change(&mut visit.said);
            visit.answered = Some(page::now());
        });
        self.keep_up();
    }

    /// Says whom it is about, and goes on to the troubles.
    fn is_about(self, asker: Asker) {
        self.change(|said| said.asker = asker);
        self.ask(Question::new(Ask::Needs));
    }

    /// Puts a question.
    pub fn ask(self, question: Question) {
        self.go(Screen::Question(question));
    }

    /// Goes on after an answer: to the next question, or to the suggestions when there is none.
    pub fn go_on_from(self, question: Question) {
        let visit = self.visit().filter(|_| !question.to_change);
        let next = visit.and_then(|visit| {
            let today = clock::now().day;
            next_step(visit.catalog.as_ref()?, &visit.answers(), today)
        });
        match next {
            Some(ask) => self.ask(Question::new(ask)),
            None => self.go(Screen::Results),
        }
    }

    /// What is kept on this device, seen from this visit.
    pub fn kept(self) -> Kept {
        let own = self.visit().and_then(|visit| visit.kept);
        match storage::kept(Place::Device) {
            None => Kept::Nothing,
            some if some == own => Kept::These,
            Some(_) => Kept::Others,
        }
    }

    /// Keeps the answers of this visit on this device from now on, in place of whatever is kept there; false if the device
    /// does not let it.
    pub fn keep(self) -> bool {
        let text = self.visit().and_then(|visit| kept_of(&visit));
        let kept = text.filter(|text| storage::keep(Place::Device, text));
        self.change_visit(&mut |visit| visit.kept.clone_from(&kept));
        kept.is_some()
    }

    /// Takes what is kept off this device.
    pub fn forget(self) {
        storage::forget(Place::Device);
    }

    /// What was asked to be kept follows what is said later: in that visit, as long as nobody else has kept something since
    /// or wiped it, and as long as nobody whom the person fears may find it.
    fn keep_up(self) {
        if self.kept() == Kept::These && self.visit().as_ref().is_some_and(may_stay) {
            // A device that has become full must not stop anybody; the page to take along says it.
            self.keep();
        }
    }

    /// What a dropped tab finds again follows each answer and each step of the visit in which something was said last, and
    /// is gone at once where somebody whom the person fears may find it.
    fn keep_in_tab(self) {
        let visit = self.visit().filter(|visit| visit.answered.is_some());
        let (Some(visit), false) = (visit, page::keeps_nothing()) else {
            return;
        };
        let screen = self.0.with_untracked(Steps::screen);
        let text = screen.and_then(|screen| left::text(&visit, screen));
        let kept = text.is_some_and(|text| may_stay(&visit) && storage::keep(Place::Tab, &text));
        // Nor does what was said before stay where this cannot be kept.
        if !kept {
            storage::forget(Place::Tab);
        }
    }
}

/// Answers that a link brought, or that were kept and are to be gone on with.
fn brought() -> Option<Brought> {
    let from = |what, from| page::take(what).map(|text| (text, from));
    let of_this_tab = || from("left", Source::Tab(page::take("place")?));
    let (text, from) = from("told", Source::Link)
        .or_else(|| from("kept", Source::Device))
        .or_else(of_this_tab)?;
    let at = page::take("at").unwrap_or_else(page::now);
    Some(Brought { text, from, at })
}

/// Where a scene is to be seen.
fn part_of(scene: &Scene) -> Part {
    match scene {
        Scene::Start => Part::Start,
        Scene::Asker | Scene::Screen(Screen::Asker, ..) => Part::Asker,
        Scene::Loading => Part::Loading,
        Scene::Fault(_) | Scene::Screen(..) => Part::Stage,
    }
}

fn kept_of(visit: &Visit) -> Option<String> {
    let catalog = visit.catalog.as_ref()?;
    Some(as_text(catalog, &visit.answers()))
}

fn may_stay(visit: &Visit) -> bool {
    let today = clock::now().day;
    visit
        .catalog
        .as_ref()
        .is_some_and(|catalog| !suggest(catalog, &visit.answers(), today).private)
}

/// These answers as a link has them behind `#`, and as they are kept.
pub fn as_text(catalog: &Catalog, answers: &Answers) -> String {
    if *answers == Answers::default() {
        return catalog.town.id.clone();
    }
    kept_text(&catalog.town.id, &answers.to_text(catalog))
}
