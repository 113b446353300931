//! Hours and days off as people write them elsewhere: the first line and the second.
#![no_main]

use fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| readers::loose(text));
