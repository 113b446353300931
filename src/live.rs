//! A value that screens follow, and what is drawn again when it changes.
//!
//! The whole of it is here: who reads a value while being drawn follows it, and is run again, at once,
//! when it changes. A framework's reactive core weighed five times as much (see ARCHITECTURE.md).

use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// Something that is run again when what it read has changed.
type Follower = Rc<dyn Fn()>;

/// Those who follow one value; whoever is gone is left out.
type Followers = RefCell<Vec<Weak<dyn Fn()>>>;

thread_local! {
    /// What is being run now: whatever it reads, it follows.
    static RUNNING: RefCell<Option<Follower>> = const { RefCell::new(None) };
    /// The followers of the screen that is drawn now: they live as long as it does.
    static DRAWN: RefCell<Vec<Follower>> = const { RefCell::new(Vec::new()) };
}

/// A value with followers.
pub struct Live<T> {
    value: Rc<RefCell<T>>,
    followers: Rc<Followers>,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            followers: self.followers.clone(),
        }
    }
}

impl<T> Live<T> {
    /// A value that nobody follows yet.
    pub fn new(value: T) -> Self {
        Self {
            value: Rc::new(RefCell::new(value)),
            followers: Rc::default(),
        }
    }

    /// Reads the value; whatever is being drawn follows it from now on.
    pub fn follow<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        join(&self.followers);
        self.read(read)
    }

    /// Reads the value once.
    pub fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value.borrow())
    }

    /// Changes the value and draws again what follows it. Nothing of the value may be borrowed.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = change(&mut self.value.borrow_mut());
        run_all(&self.followers);
        result
    }
}

fn join(followers: &Followers) {
    RUNNING.with_borrow(|running| {
        if let Some(running) = running {
            followers.borrow_mut().push(Rc::downgrade(running));
        }
    });
}

/// Each follower joins anew when it is run, so those of before are taken out first.
fn run_all(followers: &Followers) {
    for follower in followers.take() {
        if let Some(follower) = follower.upgrade() {
            run(&follower);
        }
    }
}

fn run(follower: &Follower) {
    let outer = RUNNING.replace(Some(follower.clone()));
    follower();
    RUNNING.set(outer);
}

/// Runs `act` now and whenever something that it follows has changed, as long as the screen is drawn.
pub fn whenever(act: Box<dyn Fn()>) {
    let follower: Follower = Rc::from(act);
    DRAWN.with_borrow_mut(|drawn| drawn.push(follower.clone()));
    run(&follower);
}

/// Lets go of all that the screen followed.
pub fn forget_drawn() {
    DRAWN.with_borrow_mut(Vec::clear);
}
