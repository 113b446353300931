//! The JSON of answers that «catalog ask» takes.
#![no_main]

use fuzz::READERS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| READERS.answers(text));
