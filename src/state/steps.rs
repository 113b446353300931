//! The steps gone in this page, as the browser's history has them by number, and the visits that they belong to.
//!
//! Nothing here asks anything of the browser. What is to be seen is worked out from the step alone: it shows its own visit's
//! town and answers, and no other's.

use super::left;
use super::screen::{Fault, Screen};
use super::visit::{Brought, Visit, VisitId};
use navigator::{Answers, Catalog, Day};
use std::sync::Arc;

/// A step: a screen of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    visit: VisitId,
    screen: Screen,
}

/// What is to be seen now.
#[derive(Clone, Debug)]
pub enum Scene {
    /// The start screen of index.html.
    Start,
    /// Whom it is about, of index.html, while the town's files are on their way.
    Asker,
    /// The town's files are on their way, and nothing can be asked without them.
    Loading,
    /// The visit cannot go on.
    Fault(Fault),
    /// A screen of a town that is here.
    Screen(Screen, Arc<Catalog>, Answers),
}

/// Where somebody is, and how they came there.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    /// Those that some step belongs to.
    visits: Vec<Visit>,
    /// Behind the start, which is step 0 and belongs to no visit.
    steps: Vec<Step>,
    at: usize,
    begun: u32,
}

impl Steps {
    /// The number of the present step.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The visit of the present step; none on the start screen.
    pub fn visit(&self) -> Option<&Visit> {
        let id = self.step()?.visit;
        self.visits.iter().find(|visit| visit.id == id)
    }

    /// The same, to be changed.
    pub fn visit_mut(&mut self) -> Option<&mut Visit> {
        let id = self.step()?.visit;
        self.visits.iter_mut().find(|visit| visit.id == id)
    }

    /// The screen of the present step; none on the start screen.
    pub fn screen(&self) -> Option<Screen> {
        self.step().map(|step| step.screen)
    }

    fn step(&self) -> Option<Step> {
        self.steps.get(self.at.checked_sub(1)?).copied()
    }

    /// What is to be seen at the present step.
    pub fn scene(&self) -> Scene {
        let (Some(step), Some(visit)) = (self.step(), self.visit()) else {
            return Scene::Start;
        };
        match (visit.fault, &visit.catalog) {
            (Some(fault), _) => Scene::Fault(fault),
            (None, Some(catalog)) => Scene::Screen(step.screen, catalog.clone(), visit.answers()),
            (None, None) if step.screen == Screen::Asker => Scene::Asker,
            (None, None) => Scene::Loading,
        }
    }

    /// Begins a visit to a town, whose first screen is the next step.
    pub fn enter(&mut self, town: String, brought: Option<Brought>) {
        let id = VisitId(self.begun);
        self.begun += 1;
        let screen = match &brought {
            Some(brought) if !brought.text.is_empty() => Screen::Results,
            _ => Screen::Asker,
        };
        self.visits.push(Visit::new(id, town, brought));
        self.add(Step { visit: id, screen });
    }

    /// Adds a step of the present visit, behind which nothing follows.
    pub fn go(&mut self, screen: Screen) {
        if let Some(step) = self.step() {
            self.add(Step { screen, ..step });
        }
    }

    fn add(&mut self, step: Step) {
        // The browser forgets what came behind, and with it a visit to which no step leads any more.
        self.steps.truncate(self.at);
        self.steps.push(step);
        self.at = self.steps.len();
        let steps = &self.steps;
        self.visits
            .retain(|visit| steps.iter().any(|step| step.visit == visit.id));
    }

    /// Begins the present visit anew, in the place of its present step.
    pub fn begin_anew(&mut self) {
        if let Some(visit) = self.visit_mut() {
            visit.fault = None;
        }
        if let Some(step) = self.at.checked_sub(1).and_then(|at| self.steps.get_mut(at)) {
            step.screen = Screen::Asker;
        }
    }

    /// Goes to the step of this number, if the address that stands there now names the town of its visit.
    pub fn follow(&mut self, number: usize, town: &str) -> bool {
        let before = std::mem::replace(&mut self.at, number);
        let is_there = match self.visit() {
            Some(visit) => visit.town == town,
            None => number == 0 && town.is_empty(),
        };
        if !is_there {
            self.at = before;
        }
        is_there
    }

    /// Gives a visit the files that it asked for, however late; true if that is the visit of the present step.
    pub fn take_in(&mut self, id: VisitId, files: Result<Arc<Catalog>, Fault>, today: Day) -> bool {
        if let Some(visit) = self.visits.iter_mut().find(|visit| visit.id == id) {
            let left = visit.left_at();
            visit.take_in(files);
            if let (Some(place), Some(catalog)) = (left, &visit.catalog) {
                let screen = left::screen(catalog, &visit.answers(), &place, today);
                let mut steps = self.steps.iter_mut();
                // A visit that comes back has no other step yet.
                if let Some(step) = steps.find(|step| step.visit == id) {
                    step.screen = screen;
                }
            }
        }
        self.visit().is_some_and(|visit| visit.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::screen::Question;
    use crate::state::visit::Source;
    use navigator::{Answer, Ask, Asker, Town};

    const TODAY: Day = Day(20_000);

    fn catalog(town: &str) -> Arc<Catalog> {
        Arc::new(Catalog {
            town: Town {
                id: town.to_owned(),
                ..Town::default()
            },
            ..Catalog::default()
        })
    }

    /// The town whose windows are to be seen, if any are.
    fn seen(steps: &Steps) -> Option<String> {
        match steps.scene() {
            Scene::Screen(_, catalog, _) => Some(catalog.town.id.clone()),
            _ => None,
        }
    }

    /// Begins a visit to a town.
    fn enter(steps: &mut Steps, town: &str) -> VisitId {
        steps.enter(town.to_owned(), None);
        present(steps)
    }

    fn present(steps: &Steps) -> VisitId {
        steps.visit().map(|visit| visit.id).expect("a visit")
    }

    fn needs() -> Screen {
        Screen::Question(Question::new(Ask::Needs))
    }

    #[test]
    fn a_file_that_comes_late_never_reaches_another_town() {
        let mut steps = Steps::default();
        let asaka = enter(&mut steps, "asaka");
        assert!(steps.follow(0, ""));
        let komae = enter(&mut steps, "komae");
        steps.go(needs());
        assert!(!steps.take_in(asaka, Ok(catalog("asaka")), TODAY));
        assert!(matches!(steps.scene(), Scene::Loading));
        assert!(steps.take_in(komae, Ok(catalog("komae")), TODAY));
        assert_eq!(seen(&steps).as_deref(), Some("komae"));
        assert!(!steps.take_in(asaka, Err(Fault::NotLoaded), TODAY));
        assert_eq!(seen(&steps).as_deref(), Some("komae"));
    }

    #[test]
    fn back_into_another_town_shows_that_town_with_what_was_said_there() {
        let mut steps = Steps::default();
        let asaka = enter(&mut steps, "asaka");
        steps.take_in(asaka, Ok(catalog("asaka")), TODAY);
        if let Some(visit) = steps.visit_mut() {
            visit.said.asker = Asker::Family;
        }
        steps.go(needs());
        let komae = enter(&mut steps, "komae");
        steps.take_in(komae, Ok(catalog("komae")), TODAY);
        assert_eq!(seen(&steps).as_deref(), Some("komae"));
        assert!(steps.follow(2, "asaka"));
        assert_eq!(seen(&steps).as_deref(), Some("asaka"));
        assert_eq!(
            steps.visit().map(|visit| visit.said.asker),
            Some(Asker::Family)
        );
        assert!(steps.follow(3, "komae"));
        assert_eq!(seen(&steps).as_deref(), Some("komae"));
        assert_eq!(
            steps.visit().map(|visit| visit.said.asker),
            Some(Asker::Myself)
        );
    }

    #[test]
    fn a_number_of_before_a_reload_leads_nowhere_under_another_towns_address() {
        let mut steps = Steps::default();
        enter(&mut steps, "asaka");
        steps.go(needs());
        assert!(!steps.follow(1, "komae"));
        assert!(!steps.follow(1, ""));
        assert!(!steps.follow(9, "asaka"));
        assert_eq!(steps.at(), 2);
        assert!(steps.follow(1, "asaka"));
    }

    #[test]
    fn what_was_said_is_gone_when_no_step_leads_to_it() {
        let mut steps = Steps::default();
        enter(&mut steps, "asaka");
        steps.go(needs());
        assert!(steps.follow(0, ""));
        enter(&mut steps, "asaka");
        assert_eq!(steps.visits.len(), 1);
        assert_eq!(
            steps.visit().map(|visit| visit.said.clone()),
            Some(Answers::default())
        );
    }

    #[test]
    fn a_link_that_says_nothing_is_a_fault_with_a_way_on() {
        let mut steps = Steps::default();
        let brought = Brought {
            text: "9;n=m01".to_owned(),
            from: Source::Link,
            at: String::new(),
        };
        steps.enter("asaka".to_owned(), Some(brought));
        let id = present(&steps);
        assert!(matches!(steps.scene(), Scene::Loading));
        steps.take_in(id, Ok(catalog("asaka")), TODAY);
        assert!(matches!(steps.scene(), Scene::Fault(Fault::Link)));
        steps.begin_anew();
        assert!(matches!(steps.scene(), Scene::Screen(Screen::Asker, ..)));
        assert_eq!(
            steps.visit().map(|visit| visit.answers().needs),
            Some(Answer::Open)
        );
    }
}
