//! A built site as it is published: its files, and what rests on their bytes (policy, headers, the worker's list). Knows
//! no project and builds nothing.

pub mod digest;
pub mod files;
pub mod headers;
pub mod policy;
pub mod seal;
pub mod worker;
