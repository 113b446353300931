//! The promises held against every way that answers can go.
//!
//! The troubles alone make 2^107 sets, so what is walked is said exactly (see [`Report`]): all single
//! troubles and all pairs with every answer to every question that is put, and triples that are chosen.
//! Answers that no condition tells apart are walked once ([`classes`]); what follows from the sheets
//! alone is shown without a walk ([`symbolic`]). The navigator is asked, never imitated.

mod cards;
mod classes;
mod explore;
mod facts;
mod judgement;
mod promise;
mod promises;
pub mod report;
pub mod residents;
mod scope;
mod starts;
mod symbolic;
mod tally;
pub mod wide;
mod worth_a_look;

#[cfg(test)]
#[allow(clippy::expect_used)]
#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

pub use starts::Limits;

use explore::explore;
use judgement::judge;
use navigator::{Catalog, Day};
use report::Report;
use starts::{Start, Starts};
use std::sync::atomic::{AtomicUsize, Ordering};
use tally::Tally;

/// Walks everything within the limits; `today` is the day of the pairs and triples.
#[must_use]
pub fn verify(catalog: &Catalog, today: Day, limits: Limits) -> Report {
    let starts = Starts::of(catalog, today, limits);
    let tally = walk_all(catalog, &starts);
    judge(catalog, &starts, &tally)
}

/// Walks take very different times: workers fetch the next one when they are done.
fn walk_all(catalog: &Catalog, starts: &Starts) -> Tally {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut tally = Tally::empty(catalog);
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(start): Option<&Start> = starts.list.get(place) else {
                return tally;
            };
            explore(catalog, start, place, place < starts.singles, &mut tally);
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut all = Tally::empty(catalog);
        for worker in workers {
            match worker.join() {
                Ok(tally) => all.join(tally),
                // A walk that panics is a failure of its own and must not look like a success.
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    })
}
