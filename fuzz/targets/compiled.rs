//! The compiled files of the knowledge and of a town, damaged.
#![no_main]

use fuzz::READERS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| READERS.compiled(bytes));
