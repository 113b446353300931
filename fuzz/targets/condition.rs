//! Conditions as staff write them in the sheets.
#![no_main]

use fuzz::READERS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| READERS.condition(text));
