//! `catalog why-ask`: all questions with what each is worth now, and why the next one is the next.

mod report;
mod weighing;
mod words;

pub use report::WhyAsk;
