//! The sheets of a whole catalog as one text, each behind a line `== path`.
#![no_main]

use fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| readers::catalog(bytes));
