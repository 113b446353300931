//! Any bytes under the name of a sheet.
#![no_main]

use fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| readers::sheet(bytes));
