//! All that is asked of the browser, a small module each. Nothing here knows of visits, answers or screens.

pub mod clock;
pub mod files;
pub mod history;
pub mod page;
pub mod print;
pub mod storage;
pub mod text;
