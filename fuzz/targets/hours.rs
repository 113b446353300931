//! Hours and days off in the strict grammar of the sheets.
#![no_main]

use fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| readers::hours(text));
