//! The compiled files of the knowledge and of a town, damaged.
#![no_main]

use fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| readers::compiled(bytes));
