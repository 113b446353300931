//! A value that screens follow: Leptos' trigger beside a plain cell.
//!
//! Leptos' own signals become code anew for every type that they carry; this is the same for all.

use reactive_graph::effect::Effect;
use reactive_graph::signal::Trigger;
use reactive_graph::traits::{Notify, Track};
use std::cell::RefCell;
use std::rc::Rc;

/// A value with followers.
pub struct Live<T> {
    value: Rc<RefCell<T>>,
    changed: Trigger,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            changed: self.changed,
        }
    }
}

impl<T> Live<T> {
    /// A value that nobody follows yet.
    pub fn new(value: T) -> Self {
        Self {
            value: Rc::new(RefCell::new(value)),
            changed: Trigger::new(),
        }
    }

    /// Reads the value; whatever is being drawn follows it from now on.
    pub fn follow<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.read(read)
    }

    /// Reads the value once.
    pub fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value.borrow())
    }

    /// Changes the value and redraws what follows it.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = change(&mut self.value.borrow_mut());
        self.changed.notify();
        result
    }
}

/// Runs `act` now and whenever something that it follows has changed.
pub fn whenever(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}
